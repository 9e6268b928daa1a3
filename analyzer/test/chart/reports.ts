import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll } from "vitest";
import { analyze } from "../../src/analyze.js";
import {
  DEFAULT_LIMITS,
  decodeDistribution,
  decodeStatistics,
  type FrozenReference,
} from "../../src/artifact/index.js";
import type { ChartDocuments } from "../../src/chart/index.js";
import { readReference } from "../../src/report/read/read-reference.js";
import { temporaryFolder } from "../temporary-folder.js";
import { rowsFile } from "./rows.js";

const FEATURES = ["amount", "spent", "age", "flag", "channel", "member", "at", "fixed"] as const;
type Feature = (typeof FEATURES)[number];

/** Real reports of seeded rows: with a reference, without one, and of few rows. */
export interface Reports {
  moved: Record<Feature, ChartDocuments>;
  alone: Record<Feature, ChartDocuments>;
  few: Record<Feature, ChartDocuments>;
}

async function report(
  folder: string,
  name: string,
  data: string,
  reference: FrozenReference | null,
): Promise<Record<Feature, ChartDocuments>> {
  const out = join(folder, name);
  const request = {
    data,
    dataset: {},
    features: FEATURES,
    timeColumn: null,
    pipeline: "credit",
    run: name,
    window: null,
    configuration: { note: {}, thresholds: DEFAULT_LIMITS, features: new Map() },
    out,
    pictures: [],
  };
  await analyze(request, reference, { onRows: () => undefined, onFeature: () => undefined });
  const read = (feature: string, file: string): unknown =>
    JSON.parse(readFileSync(join(out, "features", feature, `${file}.json`), "utf8"));
  const documents = FEATURES.map((feature) => [
    feature,
    {
      statistics: decodeStatistics(read(feature, "statistics")),
      distribution: decodeDistribution(read(feature, "distribution")),
    },
  ]);
  return Object.fromEntries(documents) as Record<Feature, ChartDocuments>;
}

/** The same with 40 rows of either side below the axis and 90 and 40 above it. */
export function withTails({ statistics, distribution }: ChartDocuments): ChartDocuments {
  const histogram = structuredClone(distribution.histogram!);
  Object.assign(histogram.current, { underflow: 40, overflow: 90 });
  Object.assign(histogram.reference!, { underflow: 40, overflow: 40 });
  return { statistics, distribution: { ...distribution, histogram } };
}

/** Makes the reports before the tests of the calling file. */
export function useReports(): Reports {
  const folder = temporaryFolder();
  const reports = {} as Reports;
  beforeAll(async () => {
    const path = (name: string): string => join(folder, `${name}.csv`);
    rowsFile(path("reference"), { seed: 1, rows: 20_000, moved: false });
    rowsFile(path("moved"), { seed: 2, rows: 4000, moved: true });
    rowsFile(path("few"), { seed: 3, rows: 38, moved: true });
    reports.alone = await report(folder, "alone", path("reference"), null);
    const reference = await readReference(join(folder, "alone"));
    reports.moved = await report(folder, "moved", path("moved"), reference);
    reports.few = await report(folder, "few", path("few"), reference);
  });
  return reports;
}
