import type { HistoryRow, StatisticsDocument } from "@featurescope/analyzer/artifact";
import { setFetch } from "@featurescope/elements";
import { dailyHistory } from "../feature-trend/daily-history.js";
import { element } from "../runner/element.js";
import { featureFolder, fixture, readFixture } from "../runner/fixtures.js";
import { FEATURE, serveGateway } from "../runner/gateway.js";
import type { Meta, Story } from "../runner/story.js";

export default { title: "Feature compare" } satisfies Meta;

async function compare(
  name: string,
  report: string,
  against: readonly string[],
  view?: string,
): Promise<HTMLElement> {
  const [src, ...others] = await Promise.all(
    [report, ...against].map(async (each) => fixture(await featureFolder(`reports/${each}`, name))),
  );
  return element("feature-compare", {
    src: src!,
    against: others.join(" "),
    ...(view === undefined ? {} : { view }),
  });
}

/** The weeks before the last, `week-12`, from a number on: the first of them is the base. */
function weeks(from: number): string[] {
  return Array.from({ length: 12 - from }, (_, i) => `week-${String(from + i).padStart(2, "0")}`);
}

export const Numeric: Story = {
  name: "Two runs of one reference",
  render: () => compare("loan_amount", "now", ["before"]),
};

export const Levels: Story = {
  name: "Two runs of a categorical feature",
  render: () => compare("channel", "now", ["before"]),
};

export const OtherReference: Story = {
  name: "Other frozen bins: index not comparable",
  render: () => compare("loan_amount", "now", ["other"]),
};

export const Rows: Story = {
  name: "Six weeks as rows, against the first of them",
  render: () => compare("loan_amount", "week-12", weeks(7)),
};

export const RowsOfLogarithms: Story = {
  name: "Rows of a zero-heavy feature on a logarithmic axis",
  render: () => compare("txn_amount_30d", "week-12", weeks(8)),
};

export const RowsByCount: Story = {
  name: "Rows by count, in logarithms, as a reader may ask for them",
  render: async () => {
    const rows = await compare("txn_amount_30d", "week-12", weeks(8));
    const asked = setInterval(() => {
      const [, count, logarithmic] = rows.shadowRoot?.querySelectorAll<HTMLElement>("footer button") ?? [];
      if (count === undefined || logarithmic === undefined) return;
      clearInterval(asked);
      count.click();
      logarithmic.click();
    }, 50);
    return rows;
  },
};

export const RowsOfLevels: Story = {
  name: "Rows of a categorical feature",
  render: () => compare("channel", "week-12", weeks(8)),
};

export const RowsOfTwoReferences: Story = {
  name: "Rows where one run has another reference",
  render: () => compare("loan_amount", "now", ["before", "other"]),
};

export const Heat: Story = {
  name: "Twelve weeks × frozen bins",
  render: () => compare("loan_amount", "week-12", weeks(1), "heat"),
};

export const HeatOfLevels: Story = {
  name: "Weeks × levels",
  render: () => compare("channel", "week-12", weeks(5), "heat"),
};

export const Overlay: Story = {
  name: "Four weeks laid over each other",
  render: () => compare("loan_amount", "week-12", ["week-01", "week-08", "week-10"], "overlay"),
};

export const Cumulative: Story = {
  name: "Cumulative distributions of four weeks",
  render: () => compare("loan_amount", "week-12", ["week-01", "week-08", "week-10"], "ecdf"),
};

export const CumulativeWithPoints: Story = {
  name: "Cumulative distributions that jump at zero",
  render: () => compare("txn_amount_30d", "week-12", ["week-01"], "ecdf"),
};

/** Figures and distribution of a report of the stories'. */
async function documentsOf(report: string): Promise<[StatisticsDocument, object]> {
  const folder = await featureFolder(`reports/${report}`, "loan_amount");
  return Promise.all([
    readFixture<StatisticsDocument>(`${folder}statistics.json`),
    readFixture<object>(`${folder}distribution.json`),
  ]);
}

export const Presets: Story = {
  name: "With a history: the run before, the same time last week",
  render: async () => {
    const [now, before] = await Promise.all([documentsOf("now"), documentsOf("before")]);
    const history = dailyHistory(now[0], { days: 30, rising: 2 });
    const answers: Record<string, unknown> = { [`${FEATURE}history`]: history };
    const answer = (folder: string, documents: readonly object[], row: HistoryRow): void => {
      const { run, createdAt, window } = row;
      for (const [i, file] of ["statistics.json", "distribution.json"].entries())
        answers[`${folder}${file}`] = { ...documents[i], run, createdAt, window };
    };
    const last = history.rows.length - 1;
    answer(FEATURE, now, history.rows[last]!);
    for (const row of [history.rows[last - 1]!, history.rows[last - 7]!])
      answer(FEATURE.replace("/features/", `/runs/${row.run}/features/`), before, row);
    serveGateway(answers);
    return element("feature-compare", { src: FEATURE });
  },
};

export const Loading: Story = {
  name: "Loading, for ever",
  endless: true,
  render: () => {
    setFetch(() => new Promise(() => {}));
    return element("feature-compare", { src: FEATURE });
  },
};

export const Unreachable: Story = {
  name: "The gateway does not answer",
  render: () => {
    setFetch(async () => {
      throw new TypeError("Failed to fetch");
    });
    return element("feature-compare", { src: FEATURE });
  },
};
