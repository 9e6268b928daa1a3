// Three million real rows × 4 features from Parquet with a frozen reference, all documents and pictures: seconds and peak memory
// of the built command, each round in a process of its own. Run: npm run build && node analyzer/bench/flights.mjs [rounds]
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../bin/featurescope.js", import.meta.url));
const rows = fileURLToPath(
  new URL("../../node_modules/vega-datasets/data/flights-3m.parquet", import.meta.url),
);
const tellPeak = `data:text/javascript,process.on("exit",()=>console.error("peak",process.resourceUsage().maxRSS))`;
const rounds = Number(process.argv[2] ?? 5);

function run(...args) {
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", tellPeak, command, ...args, "--quiet"]);
  let errors = "";
  child.stderr.on("data", (text) => (errors += text));
  return new Promise((resolve, reject) => {
    child.on("close", (code) => {
      const seconds = (performance.now() - began) / 1000;
      if (code === 0) resolve({ seconds, megabytes: Number(/peak (\d+)/.exec(errors)?.[1]) / 1000 });
      else reject(new Error(errors));
    });
  });
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const folder = await mkdtemp(join(tmpdir(), "featurescope-bench-"));
try {
  const reference = join(folder, "january.json");
  const window = "2001-01-01/2001-02-01";
  await run("reference", "--data", rows, "--time-column", "date", "--window", window, "--out", reference);
  const measured = [];
  for (let round = 0; round < rounds; round++) {
    const features = ["--features", "delay,distance,origin,destination"];
    const out = join(folder, "report");
    measured.push(await run("analyze", "--data", rows, ...features, "--reference", reference, "--out", out));
  }
  const seconds = median(measured.map((round) => round.seconds)).toFixed(2);
  const megabytes = Math.max(...measured.map((round) => round.megabytes)).toFixed(0);
  console.log(`3,000,000 rows × 4 features: ${seconds} s (median of ${rounds}), peak ${megabytes} MB`);
} finally {
  await rm(folder, { recursive: true, force: true });
}
