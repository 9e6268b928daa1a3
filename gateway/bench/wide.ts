import { randomBytes } from "node:crypto";
import {
  FEATURE_FILES,
  type Manifest,
  type ManifestFeature,
  type ManifestFile,
  featurePath,
  logEntryPath,
} from "@featurescope/analyzer/artifact";
import { sha256, summaryOf } from "../test/support/make-documents.js";
import { publishedObjects, reportFiles } from "../test/support/report-files.js";
import { benchFolder } from "./bench-folder.js";
import { START_TABLE, measureStart } from "./measure-start.js";
import { write } from "./store.js";

const RUNS = 500;
/** Of older runs only the entry in the log is written: no more rows (features × runs) are read at the start. */
const WHOLE_ROWS = 450_000;
const START = Date.UTC(2026, 0, 1);

/** Rows of a run, and of its reference. */
const ROWS = 3000;

/** Figures that have all their digits, as those of real rows do. */
const figure = (): number => Math.random();
const shares = (): number[] => Array.from({ length: 25 }, () => Math.floor(figure() * ROWS) / ROWS);

/** What a reference says of a feature, run after run. */
function referenceOf() {
  const [p25, p50, p75] = [figure(), figure(), figure()];
  return { referenceId: sha256(randomBytes(8)), reference: { p25, p50, p75 }, shape: shares() };
}

/** A numeric feature's row, as large as the analyzer writes it. */
function rowOf(name: string, { shape, ...reference }: ReturnType<typeof referenceOf>): ManifestFeature {
  const [mean, p25, p50, p75, missing] = [figure(), figure(), figure(), figure(), figure() / 100];
  const [index, noise] = [figure() / 100, figure() / 100];
  const part = { verdict: "stable", reason: null, value: index, noise } as const;
  return {
    ...summaryOf({ name, populationStabilityIndex: index }),
    ...reference,
    rows: ROWS,
    mean,
    p25,
    p50,
    p75,
    missingShare: missing,
    referenceMissingShare: reference.reference.p25 / 100,
    noiseBound: noise,
    adjustedPValue: figure(),
    verdicts: {
      index: part,
      missing: { ...part, value: missing, noise: figure() / 100 },
      unseen: null,
      beyond: null,
      heaped: null,
      stale: null,
    },
    finding: {
      code: "as-before",
      arguments: { medianReference: reference.reference.p50, medianCurrent: p50, withoutPoints: false },
    },
    shape: { type: "bins", current: shares(), reference: shape },
  };
}

/** Files of a feature; but for those of the first one they are only listed. */
function filesOf({ key }: ManifestFeature): ManifestFile[] {
  return FEATURE_FILES.filter((name) => name !== "chart-dark.png").map((name) => ({
    path: `${featurePath(key)}/${name}`,
    sha256: randomBytes(32).toString("hex"),
    bytes: 1000 + Math.floor(figure() * 20_000),
  }));
}

/** Writes runs of one pipeline, an hour apart. */
function makeStore(folder: string, features: number): void {
  const names = Array.from({ length: features }, (_, i) => `feature_${i}`);
  const references = names.map(referenceOf);
  for (let n = 0; n < RUNS; n++) {
    const createdAt = new Date(START + n * 3_600_000);
    const plan = { run: `r${n}`, createdAt: createdAt.toISOString(), features: [{ name: names[0]! }] };
    if (n < RUNS - WHOLE_ROWS / features) {
      write(folder, logEntryPath(createdAt.getTime(), "credit", plan.run), Buffer.from("{}"));
      continue;
    }
    const manifest = JSON.parse(String(reportFiles(plan).get("manifest.json"))) as Manifest;
    const rows = names.map((name, i) => rowOf(name, references[i]!));
    const files = [...manifest.files, ...rows.slice(1).flatMap(filesOf)];
    const bytes = Buffer.from(JSON.stringify({ ...manifest, files, features: rows }));
    const objects = publishedObjects(plan, createdAt.getTime(), { "manifest.json": bytes });
    for (const [path, body] of objects) write(folder, path, body);
  }
}

/** Measures the start over a store whose pipeline has thousands of features. */
export async function wide(): Promise<void> {
  const rows: string[] = [];
  for (const features of [10_000, 5000]) {
    const folder = benchFolder();
    console.log(`writing ${RUNS} runs with ${features} features …`);
    makeStore(folder, features);
    const asked = ["api/v1/pipelines/credit/features/feature_0/statistics.json"];
    const measured = await measureStart({ folder, runs: RUNS, asked });
    rows.push(`| ${RUNS} of a pipeline with ${features} features | ${measured}`);
  }
  console.log([START_TABLE, ...rows].join("\n"));
}
