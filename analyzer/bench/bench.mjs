// One table of seconds and peak memory a part: this analyzer beside others, each run in a process of its own, several rounds in turn, medians.
// Run: npm run build && npm run bench -w analyzer -- [--part parquet,csv,seaborn,features,pictures] [--rows 1000000,10000000] [--rounds 3] [--huge] [--only pattern]
import { execFile, execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs, promisify } from "node:util";
import { makeData } from "./make-data.mjs";
import { pythonEnvironment } from "./python-environment.mjs";

const FEATURES = ["loan_amount", "income", "past_due", "open_accounts", "age", "utilisation"];
/** With the two that are text. */
const ALL = [...FEATURES, "region", "product"];
/** The script of the first design keeps all rows in memory; it is not run beyond so many. */
const MOST_ROWS_IN_MEMORY = 10_000_000;
/** Whoever takes longer is run once. */
const LONG_SECONDS = 60;
const PARTS = ["parquet", "csv", "seaborn", "features", "pictures"];

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const cache = here("../../node_modules/.cache/featurescope/bench");
const command = process.env.FEATURESCOPE ?? here("../bin/featurescope.js");
const { values } = parseArgs({
  options: {
    part: { type: "string", default: PARTS.join(",") },
    rows: { type: "string", default: "1000000,10000000" },
    rounds: { type: "string", default: "3" },
    huge: { type: "boolean", default: false },
    only: { type: "string", default: "" },
  },
});

const asked = values.part.split(",");
const unknown = asked.filter((part) => !PARTS.includes(part));
if (unknown.length > 0) {
  console.error(
    `bench: expected --part ${PARTS.join(", ")}, or several with commas, found ${unknown.join(", ")}`,
  );
  process.exit(2);
}

mkdirSync(cache, { recursive: true });
const python = pythonEnvironment(cache);

const node = process.execPath;
const analyze = (path, ...more) => [
  node,
  command,
  "analyze",
  "--data",
  path,
  "--quiet",
  "--out",
  `${cache}/report`,
  ...more,
];
const script = (path, features) => [python, here("seaborn_script.py"), path, ...features];

/** Contenders for the statistics of a file: a name, how many features, and what to run. */
function contenders(path, format) {
  const from = format === "csv" ? `read_csv('${path}')` : `'${path}'`;
  const own = (features, ...more) =>
    analyze(path, "--no-pictures", "--features", features.join(","), ...more);
  const compared = (features) => own(features, "--reference", reference);
  const query = (sql) => [node, here("query.mjs"), sql];
  const sums = FEATURES.map((name) => `sum(${name})`).join(", ");
  return [
    ["featurescope, with reference", 6, compared(FEATURES)],
    ["featurescope, without", 6, own(FEATURES)],
    ["featurescope, with reference", 8, compared(ALL)],
    ["featurescope, with reference", 1, compared(FEATURES.slice(0, 1))],
    ["Polars describe", 6, [python, here("polars_describe.py"), path, ...FEATURES]],
    ["DuckDB SUMMARIZE", 6, query(`SUMMARIZE SELECT ${FEATURES.join(", ")} FROM ${from}`)],
    ["bare scan, SELECT sum", 6, query(`SELECT ${sums} FROM ${from}`)],
    ...(format === "csv" ? [["wc -l", 0, ["wc", "-l", path]]] : []),
  ];
}

/** The first design's step beside this analyzer, without and with its pictures. */
function designs(path) {
  return [FEATURES.slice(0, 1), ALL].flatMap((features) => {
    const own = ["--reference", reference, "--features", features.join(",")];
    return [
      ["featurescope, with reference", features.length, analyze(path, ...own, "--no-pictures")],
      ["featurescope, with reference, pictures", features.length, analyze(path, ...own)],
      ["pandas + seaborn", features.length, script(path, features)],
    ];
  });
}

async function measure(args) {
  const { stdout } = await promisify(execFile)(python, [here("measure.py"), ...args]);
  const [seconds, processor, megabytes] = stdout.trim().split(" ").map(Number);
  return { seconds, processor, megabytes };
}

const median = (measured, of) => measured.map(of).toSorted((a, b) => a - b)[measured.length >> 1];

/** Runs contenders in turn, prints a line each, and gives what was measured. */
async function compare(rows, format, all) {
  const runs = all
    .filter(([name]) => new RegExp(values.only).test(name))
    .map(([name, features, args]) => ({ name, features, args, measured: [] }));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const { args, measured } of runs) {
      if (measured.every(({ seconds }) => seconds < LONG_SECONDS)) measured.push(await measure(args));
    }
  }
  for (const run of runs) {
    run.seconds = median(run.measured, ({ seconds }) => seconds);
    run.processor = median(run.measured, ({ processor }) => processor);
    run.megabytes = Math.max(...run.measured.map(({ megabytes }) => megabytes));
  }
  for (const { name, features, seconds, processor, megabytes } of runs) {
    const own = runs.find(
      (other) => other.name.startsWith("featurescope") && other.features === (features || 6),
    );
    const ratio = own === undefined ? "" : (seconds / own.seconds).toFixed(2);
    const cells = [
      rows.toLocaleString("en"),
      format,
      features,
      name,
      seconds.toFixed(2),
      ratio,
      processor.toFixed(2),
      megabytes.toFixed(0),
    ];
    console.log(`| ${cells.join(" | ")} |`);
  }
  return runs;
}

function title(part) {
  console.log(
    `\n${part}\n\n| rows | format | features | contender | seconds | ratio | CPU seconds | peak MB |\n|--:|---|--:|---|--:|--:|--:|--:|`,
  );
}

async function dataOf(rows, format) {
  const path = `${cache}/credit-${rows}.${format}`;
  await makeData(path, rows, format, 1);
  return path;
}

async function manyFeatures(rows, features) {
  const path = `${cache}/features-${features}-${rows}.parquet`;
  await makeData(path, rows, "parquet", 1, features);
  return path;
}

const referenceRows = `${cache}/reference.parquet`;
const reference = `${cache}/reference.json`;
await makeData(referenceRows, 500_000, "parquet", 2);
execFileSync(node, [command, "reference", "--data", referenceRows, "--quiet", "--out", reference]);

const gigabytes = Math.round(totalmem() / 2 ** 30);
const [processor] = cpus();
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${processor.model}, ${gigabytes} GB`,
);
const sizes = values.rows.split(",").map(Number);
const parts = {
  async parquet() {
    for (const rows of [...sizes, ...(values.huge ? [100_000_000] : [])])
      await compare(rows, "parquet", contenders(await dataOf(rows, "parquet"), "parquet"));
  },
  async csv() {
    for (const rows of sizes) await compare(rows, "csv", contenders(await dataOf(rows, "csv"), "csv"));
  },
  async seaborn() {
    const rows = Math.min(MOST_ROWS_IN_MEMORY, Math.max(...sizes));
    for (const format of ["parquet", "csv"]) await compare(rows, format, designs(await dataOf(rows, format)));
  },
  async features() {
    const rows = Math.min(100_000, Math.max(...sizes));
    for (const features of [50, 500]) {
      const path = await manyFeatures(rows, features);
      await compare(rows, "parquet", [
        ["featurescope, without pictures", features, analyze(path, "--no-pictures")],
        ["featurescope, with pictures", features, analyze(path)],
      ]);
    }
  },
  async pictures() {
    const rows = 5000;
    const costs = [];
    for (const features of [1, 101]) {
      const path = await manyFeatures(rows, features);
      const [without, drawn] = await compare(rows, "parquet", [
        ["featurescope, without pictures", features, analyze(path, "--no-pictures")],
        ["featurescope, with pictures", features, analyze(path)],
      ]);
      costs.push(drawn.processor - without.processor);
    }
    console.log(
      `\npictures of a feature beyond the first: ${(10 * (costs[1] - costs[0])).toFixed(0)} ms of processors`,
    );
  },
};
for (const part of asked) {
  title(part);
  await parts[part]();
}
