// One table of seconds and peak memory: this analyzer beside others, each run in a process of its own, several rounds in turn, medians.
// Run: npm run build && npm run bench -w analyzer -- [--rows 1000000,10000000] [--rounds 3] [--huge] [--formats csv,parquet] [--only pattern]
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
/** The script of the first design is run for one feature only, and not beyond so many rows. */
const MOST_ROWS_IN_MEMORY = 10_000_000;

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const cache = here("../../node_modules/.cache/featurescope/bench");
const command = process.env.FEATURESCOPE ?? here("../bin/featurescope.js");
const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "1000000,10000000" },
    rounds: { type: "string", default: "3" },
    huge: { type: "boolean", default: false },
    formats: { type: "string", default: "csv,parquet" },
    only: { type: "string", default: "" },
  },
});

mkdirSync(cache, { recursive: true });
const python = pythonEnvironment(cache);

/** Contenders for a file: a name, how many features, and what to run. */
function contenders(path, format, rows, reference) {
  const from = format === "csv" ? `read_csv('${path}')` : `'${path}'`;
  const node = process.execPath;
  const settings = ["--no-pictures", "--quiet", "--out", `${cache}/report`];
  const analyze = (features, ...more) =>
    [node, command, "analyze", "--data", path, "--features", features.join(",")].concat(settings, more);
  const one = FEATURES.slice(0, 1);
  const sums = FEATURES.map((name) => `sum(${name})`).join(", ");
  return [
    ["featurescope, with reference", 6, analyze(FEATURES, "--reference", reference)],
    ["featurescope, without", 6, analyze(FEATURES)],
    ["featurescope, with reference", 8, analyze(ALL, "--reference", reference)],
    ["Polars describe", 6, [python, here("polars_describe.py"), path, ...FEATURES]],
    [
      "DuckDB SUMMARIZE",
      6,
      [node, here("query.mjs"), `SUMMARIZE SELECT ${FEATURES.join(", ")} FROM ${from}`],
    ],
    ["bare scan, SELECT sum", 6, [node, here("query.mjs"), `SELECT ${sums} FROM ${from}`]],
    ...(format === "csv" ? [["wc -l", 0, ["wc", "-l", path]]] : []),
    ["featurescope, with reference", 1, analyze(one, "--reference", reference)],
    ...(rows <= MOST_ROWS_IN_MEMORY
      ? [["pandas + seaborn", 1, [python, here("seaborn_script.py"), path, ...one]]]
      : []),
  ];
}

async function measure(args) {
  const { stdout } = await promisify(execFile)(python, [here("measure.py"), ...args]);
  const [seconds, processor, megabytes] = stdout.trim().split(" ").map(Number);
  return { seconds, processor, megabytes };
}

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

const referenceRows = `${cache}/reference.parquet`;
const reference = `${cache}/reference.json`;
await makeData(referenceRows, 500_000, "parquet", 2);
execFileSync(process.execPath, [
  command,
  "reference",
  "--data",
  referenceRows,
  "--quiet",
  "--out",
  reference,
]);

const gigabytes = Math.round(totalmem() / 2 ** 30);
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0].model}, ${gigabytes} GB\n`,
);
console.log(
  "| rows | format | features | contender | seconds | ratio | CPU seconds | peak MB |\n|--:|---|--:|---|--:|--:|--:|--:|",
);
const sizes = [...values.rows.split(",").map(Number), ...(values.huge ? [100_000_000] : [])];
for (const rows of sizes) {
  for (const format of rows > MOST_ROWS_IN_MEMORY ? ["parquet"] : values.formats.split(",")) {
    const path = `${cache}/credit-${rows}.${format}`;
    await makeData(path, rows, format, 1);
    const all = contenders(path, format, rows, reference);
    const runs = all
      .filter(([name]) => new RegExp(values.only).test(name))
      .map((run) => ({ run, measured: [] }));
    for (let round = 0; round < Number(values.rounds); round++)
      for (const { run, measured } of runs) measured.push(await measure(run[2]));
    const seconds = (measured) => median(measured.map((one) => one.seconds));
    const processor = (measured) => median(measured.map((one) => one.processor));
    for (const { run, measured } of runs) {
      const [name, features] = run;
      const own = runs.find(
        (other) => other.run[0].startsWith("featurescope") && other.run[1] === (features || 6),
      );
      const ratio = own === undefined ? "" : (seconds(measured) / seconds(own.measured)).toFixed(2);
      const peak = Math.max(...measured.map((one) => one.megabytes)).toFixed(0);
      const cells = [
        rows.toLocaleString("en"),
        format,
        features,
        name,
        seconds(measured).toFixed(2),
        ratio,
        processor(measured).toFixed(2),
        peak,
      ];
      console.log(`| ${cells.join(" | ")} |`);
    }
  }
}
