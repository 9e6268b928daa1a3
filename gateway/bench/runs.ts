import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { publishedObjects } from "../test/support/report-files.js";
import { benchFolder } from "./bench-folder.js";
import { START_TABLE, measureStart } from "./measure-start.js";

const PIPELINES = 10;
const RUNS = 100_000;
const FEATURES = Array.from({ length: 20 }, (_, i) => ({ name: `feature_${i}` }));
/** Of older runs only the entry in the log is written: no more of them is read at the start. */
const WHOLE_RUNS = 600;

function makeStore(folder: string): void {
  const start = Date.UTC(2020, 0, 1);
  for (let n = 0; n < RUNS; n++) {
    const pipeline = `pipeline_${n % PIPELINES}`;
    const at = Math.floor(n / PIPELINES);
    const createdAt = new Date(start + at * 3_600_000);
    const isWhole = at >= RUNS / PIPELINES - WHOLE_RUNS;
    const plan = {
      run: `r${at}`,
      pipeline,
      createdAt: createdAt.toISOString(),
      features: isWhole ? FEATURES : [],
    };
    for (const [path, body] of publishedObjects(plan, createdAt.getTime())) {
      const isNeeded =
        path.startsWith("_log") ||
        (isWhole && (path.endsWith("manifest.json") || path.includes("feature_0/")));
      if (!isNeeded) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), body);
    }
  }
}

/** Measures the start over a store of a hundred thousand runs, while the newest is already asked for. */
export async function runs(): Promise<void> {
  const folder = benchFolder();
  console.log(`writing ${RUNS} runs of ${PIPELINES} pipelines …`);
  makeStore(folder);
  const asked = Array.from(
    { length: PIPELINES },
    (_, i) => `api/v1/pipelines/pipeline_${i}/features/feature_0/statistics.json`,
  );
  const measured = await measureStart({ folder, runs: RUNS, asked });
  console.log(START_TABLE);
  console.log(`| ${RUNS} of ${PIPELINES} pipelines with ${FEATURES.length} features | ${measured}`);
}
