import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { publishedObjects } from "../test/support/report-files.js";
import { benchFolder } from "./bench-folder.js";
import { startGateway } from "./start-gateway.js";

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

async function runsKnown(address: string): Promise<number> {
  const text = await fetch(`${address}metrics`).then(
    (answer) => answer.text(),
    () => "",
  );
  return Number(/^featurescope_runs (\d+)/m.exec(text)?.[1] ?? 0);
}

/** Measures the start over a store of a hundred thousand runs, while the newest is already asked for. */
export async function runs(): Promise<void> {
  const folder = benchFolder();
  console.log(`writing ${RUNS} runs of ${PIPELINES} pipelines …`);
  makeStore(folder);
  const started = performance.now();
  const seconds = (): string => ((performance.now() - started) / 1000).toFixed(1);
  const { program: gateway, address } = await startGateway(folder);
  const ready = seconds();
  const times: number[] = [];
  let failures = 0;
  while ((await runsKnown(address)) < RUNS) {
    for (let i = 0; i < 10; i++) {
      const asked = performance.now();
      const { ok } = await fetch(
        `${address}api/v1/pipelines/pipeline_${i}/features/feature_0/statistics.json`,
      );
      if (!ok) failures++;
      times.push(performance.now() - asked);
      await wait(5);
    }
  }
  const indexed = seconds();
  // Ten polls later: what it settles at.
  await wait(20_000);
  const memory = gateway.residentBytes() / 1024 / 1024;
  const slowest = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? NaN;
  gateway.stop();
  console.log(
    "\n| runs | first answer after | all known after | requests meanwhile, failed | their p99 | memory |",
  );
  console.log("|---|---|---|---|---|---|");
  console.log(
    `| ${RUNS} of ${PIPELINES} pipelines with ${FEATURES.length} features | ${ready} s | ${indexed} s | ${times.length}, ${failures} | ${slowest.toFixed(0)} ms | ${memory.toFixed(0)} MB |`,
  );
}
