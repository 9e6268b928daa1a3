import type { FeatureList, RecentRuns } from "@featurescope/analyzer/artifact";
import { setFetch } from "@featurescope/elements";
import { element } from "../runner/element.js";
import { fixture, readFixture } from "../runner/fixtures.js";
import { serveGateway } from "../runner/gateway.js";
import type { Meta, Story } from "../runner/story.js";

export default { title: "Feature board" } satisfies Meta;

const board = (path: string) => element("feature-board", { src: fixture(path) });

export const Credit: Story = {
  name: "Credit, a year of months",
  render: () => board("credit/features.json"),
};

export const OneReport: Story = {
  name: "One report, every state",
  render: () => board("reports/now/manifest.json"),
};

export const Empty: Story = { name: "No features", render: () => board("credit/no-features.json") };

export const Thousand: Story = {
  name: "A thousand features",
  render: () => board("reports/wide/manifest.json"),
};

const LIST = "/api/v1/pipelines/credit/features";

export const Loading: Story = {
  name: "Loading, for ever",
  endless: true,
  render: () => {
    setFetch(() => new Promise(() => {}));
    return element("feature-board", { src: LIST });
  },
};

export const Unreachable: Story = {
  name: "The gateway does not answer",
  render: () => {
    setFetch(async () => {
      throw new TypeError("Failed to fetch");
    });
    return element("feature-board", { src: LIST });
  },
};

export const NewerSchema: Story = {
  name: "A list of a newer Featurescope",
  render: () => {
    serveGateway({ [LIST]: { schemaVersion: 99 } });
    return element("feature-board", { src: LIST });
  },
};

export const LiveUpdated: Story = {
  name: "Live: verdicts changed, the order waits",
  render: async () => {
    const now = await readFixture<FeatureList>("credit/features.json");
    const before = asBefore(now);
    const lists = [before, now];
    serveGateway(
      {
        get [LIST]() {
          return lists.length > 1 ? lists.shift() : now;
        },
      },
      now.run,
      now.pipeline,
    );
    return element("feature-board", { src: LIST, live: "" });
  },
};

function withoutNewest({ runs, referenceIds, populationStabilityIndex, verdict }: RecentRuns): RecentRuns {
  return {
    runs: runs.slice(0, -1),
    referenceIds: referenceIds.slice(0, -1),
    populationStabilityIndex: populationStabilityIndex.slice(0, -1),
    verdict: verdict.slice(0, -1),
  };
}

/** The same list as the run before would have left it: what moved since is stable still. */
function asBefore(list: FeatureList): FeatureList {
  const createdAt = new Date(Date.parse(list.createdAt) - 1000).toISOString();
  const features = list.features.map((row, i) =>
    row.verdict === "shifted" && i % 2 === 0
      ? {
          ...row,
          verdict: "stable" as const,
          verdicts: { ...row.verdicts, index: { ...row.verdicts.index, verdict: "stable" as const } },
          populationStabilityIndex: 0.02,
          recent: withoutNewest(row.recent),
        }
      : { ...row, recent: withoutNewest(row.recent) },
  );
  return { ...list, run: "before", createdAt, features };
}

export const Stale: Story = {
  name: "Stale: a new run was due every month",
  render: async () => {
    const list = await readFixture<FeatureList>("credit/features.json");
    const age = 100 * 86_400_000;
    const moved = Date.now() - age - Date.parse(list.window?.end ?? list.createdAt);
    const later = (time: string): string => new Date(Date.parse(time) + moved).toISOString();
    const runs = list.recent.runs.map((run) => ({ ...run, end: later(run.end) }));
    const recent = { ...list.recent, runs };
    const window = list.window && { start: later(list.window.start), end: later(list.window.end) };
    const createdAt = new Date(Date.now() - age).toISOString();
    serveGateway({ [LIST]: { ...list, createdAt, window, recent } });
    return element("feature-board", { src: LIST });
  },
};
