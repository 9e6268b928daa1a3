import type { History, HistoryRow, StatisticsDocument } from "@featurescope/analyzer/artifact";
import { setFetch } from "@featurescope/elements";
import { element } from "../runner/element.js";
import { featureFolder, fixture, readFixture } from "../runner/fixtures.js";
import { FEATURE, hourlyHistory, runAnswers, serveGateway } from "../runner/gateway.js";
import type { Meta, Story } from "../runner/story.js";
import { type Plan, dailyHistory } from "./daily-history.js";

export default { title: "Feature trend" } satisfies Meta;

async function trend(plan: Plan, change = (history: History) => history): Promise<HTMLElement> {
  const folder = await featureFolder("reports/now", "loan_amount");
  const statistics = await readFixture<StatisticsDocument>(`${folder}statistics.json`);
  const data = { history: change(dailyHistory(statistics, plan)), statistics };
  return Object.assign(element("feature-trend"), { data });
}

const HALF_A_YEAR: Plan = { days: 180, failed: [141], spike: 53, rising: 11 };

export const Full: Story = {
  name: "Half a year of days, the reference changed, one run failed",
  render: () => trend({ ...HALF_A_YEAR, referenceFrom: 129 }),
};

export const OneReference: Story = {
  name: "One reference, shifted at the end",
  render: () => trend(HALF_A_YEAR),
};

export const Stable: Story = { name: "Ninety stable days", render: () => trend({ days: 90 }) };

export const FailedRuns: Story = {
  name: "Failed runs, the newest too",
  render: () => trend({ days: 60, failed: [12, 13, 30, 59] }),
};

export const FewRuns: Story = { name: "Five runs", render: () => trend({ days: 5, rising: 3 }) };

export const OneRun: Story = { name: "One run", render: () => trend({ days: 1 }) };

export const NoRuns: Story = { name: "No run yet", render: () => trend({ days: 0 }) };

export const NoHistory: Story = {
  name: "A plain file server has no history",
  render: async () =>
    element("feature-trend", { src: fixture(await featureFolder("reports/now", "loan_amount")) }),
};

export const Loading: Story = {
  name: "Loading, for ever",
  endless: true,
  render: () => {
    setFetch(() => new Promise(() => {}));
    return element("feature-trend", { src: "/api/v1/pipelines/credit/features/loan_amount/" });
  },
};

export const Unreachable: Story = {
  name: "The gateway does not answer",
  render: () => {
    setFetch(async () => {
      throw new TypeError("Failed to fetch");
    });
    return element("feature-trend", { src: "/api/v1/pipelines/credit/features/loan_amount/" });
  },
};

export const Stale: Story = {
  name: "Stale: a new run was due every hour",
  render: async () => {
    const answers = await runAnswers("before");
    const statistics = answers[`${FEATURE}statistics.json`] as StatisticsDocument;
    serveGateway({ ...answers, [`${FEATURE}history`]: hourlyHistory(statistics, 5.2) });
    return element("feature-trend", { src: FEATURE });
  },
};

export const Live: Story = {
  name: "Live",
  render: async () => {
    serveGateway({ ...(await runAnswers("before")), ...(await runAnswers("now")) }, undefined);
    return element("feature-trend", { src: FEATURE, live: "" });
  },
};

/** A level that the reference did not know spreads: medians there are none, unseen levels have a lane of their own. */
export const Levels: Story = {
  name: "Levels that the reference lacks",
  render: () =>
    trend({ days: 60 }, (history) => ({
      ...history,
      feature: "channel",
      rows: history.rows.map(withLevels),
    })),
};

function withLevels(row: HistoryRow, day: number): HistoryRow {
  const none = { p25: null, p50: null, p75: null };
  const share = day < 50 ? 0.001 + (day % 7) / 5000 : 0.004 * (day - 49);
  const verdict = share >= 0.011 ? "shifted" : share >= 0.006 ? "watch" : "stable";
  const unseen = { verdict, reason: null, value: share - 0.001, noise: 0.003 } as const;
  return {
    ...row,
    ...none,
    kind: "categorical",
    reference: none,
    unseenShare: share,
    referenceUnseenShare: 0.001,
    verdict: verdict === "stable" ? row.verdict : verdict,
    verdicts: { ...row.verdicts, unseen },
  };
}
