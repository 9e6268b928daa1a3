import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS, decodeStatistics } from "../../../src/artifact/index.js";
import { openDataset } from "../../../src/dataset/open-dataset.js";
import { describeRun } from "../../../src/report/run/describe-run.js";
import { manifestOf } from "../../../src/report/run/manifest-of.js";
import { ReportFolder } from "../../../src/report/write/report-folder.js";
import { writeFeature } from "../../../src/report/write/write-feature.js";
import { profilesOf } from "../../profile/profiles-of.js";
import { temporaryFolder } from "../../temporary-folder.js";

const folder = temporaryFolder();

test("a feature whose figures cannot be written is written as failed, with its row counts and the reason", async () => {
  const data = join(folder, "rows.csv");
  writeFileSync(data, ["age", ...Array.from({ length: 300 }, (_, row) => row % 70), ""].join("\n"));
  const dataset = await openDataset(data, {});
  const [profile] = (await profilesOf(dataset, ["age"], new Map())).values();
  await dataset.close();
  if (profile === undefined) throw new Error("expected a profile");
  const broken = { ...profile, statistics: { ...profile.statistics, mean: NaN } };

  const configuration = { note: {}, thresholds: DEFAULT_LIMITS, features: new Map() };
  const run = describeRun(
    { pipeline: "p", run: "r1", window: null, configuration, pictures: ["chart.png", "card.png"] },
    dataset,
    ["age"],
    null,
  );
  const report = await ReportFolder.create(join(folder, "report"));
  const { summary, warnings } = await writeFeature(report, run, broken, undefined, undefined);
  await report.commit((files) => manifestOf(run, [summary], files));

  const reason = "the analysis failed: expected finite numbers only, found another at /mean";
  expect(warnings).toEqual([`age: ${reason}`]);
  expect(summary).toMatchObject({
    status: "failed",
    verdict: "unknown",
    rows: 300,
    finding: { code: "failed" },
  });
  const path = join(report.path, "features/age/statistics.json");
  const statistics = decodeStatistics(JSON.parse(readFileSync(path, "utf8")));
  expect(statistics).toMatchObject({
    status: "failed",
    reason,
    rows: 300,
    count: 300,
    missing: 0,
    mean: null,
  });
});
