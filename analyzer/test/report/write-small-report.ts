import { DEFAULT_LIMITS, type Manifest, SCHEMA_VERSION } from "../../src/artifact/index.js";
import { ReportFolder } from "../../src/report/write/report-folder.js";

/** Writes a real report with one file besides the manifest and no features. */
export async function writeSmallReport(
  path: string,
  { run = "r1", content = "# Nothing\n", pipeline = "credit", end = null as string | null } = {},
): Promise<Manifest> {
  const report = await ReportFolder.create(path);
  await report.write("summary.md", content);
  return report.commit((files) => smallManifest(run, files, { pipeline, end }));
}

/** The manifest of a report without features. */
export function smallManifest(
  run: string,
  files: Manifest["files"],
  { pipeline = "credit", end = null as string | null } = {},
): Manifest {
  return {
    schemaVersion: SCHEMA_VERSION,
    pipeline,
    run,
    createdAt: "2026-11-22T00:00:00.000Z",
    window: end === null ? null : { start: "2026-01-01T00:00:00.000Z", end },
    dataset: { source: "rows.csv", rows: 0, skippedRows: 0 },
    reference: null,
    analyzer: { version: "0.1.0" },
    thresholds: DEFAULT_LIMITS,
    note: {},
    files,
    features: [],
  };
}
