// In how many of so many features, without and with planted changes, this analyzer and Evidently ask for a look, as one table.
// Run: npm run build && npm run peers -w analyzer -- [--features 25]
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { writeTable } from "../make-data.mjs";
import { pythonEnvironment } from "../python-environment.mjs";
import { CALM, PLANTED } from "./planted.mjs";

const SIZES = [
  [1000, 300],
  [20_000, 1000],
  [20_000, 20_000],
];
const PACKAGES = ["evidently==0.7.14", "pandas==2.3.3", "pyarrow==22.0.0"];

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const cache = here("../../../node_modules/.cache/featurescope/bench");
const { values } = parseArgs({ options: { features: { type: "string", default: "25" } } });
const copies = Number(values.features);
const cases = [...CALM, ...PLANTED];

/** Writes each case's feature as often as asked for, all drawn apart. */
async function writeRows(path, rows, seed, sqlOf) {
  const columns = cases.flatMap((one, place) =>
    Array.from({ length: copies }, (_, copy) => {
      const u = (which) =>
        `((hash(i * 65536 + ${(place * copies + copy) * 6 + which}, ${seed}) >> 11) + 0.5) / 9007199254740992`;
      return `${sqlOf(one)(u)} AS c${place}_${copy}`;
    }),
  );
  await writeTable(path, `SELECT ${columns.join(", ")} FROM range(${rows}) AS numbers(i)`, "parquet");
}

/** Names of the features that this analyzer calls watch or shifted. */
function seenHere(current, reference) {
  const out = `${cache}/peers-report`;
  const program = [here("../../bin/featurescope.js"), "analyze", "--no-pictures", "--quiet"];
  execFileSync(process.execPath, [...program, "--data", current, "--reference", reference, "--out", out]);
  const { features } = JSON.parse(readFileSync(`${out}/manifest.json`, "utf8"));
  return features.filter(({ verdict }) => ["watch", "shifted"].includes(verdict)).map(({ name }) => name);
}

function seenByEvidently(python, current, reference, ...method) {
  const program = [here("evidently_drift.py"), current, reference, ...method];
  return JSON.parse(
    execFileSync(python, program, {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
}

const shareOf = (seen, place) =>
  `${Math.round((100 * seen.filter((name) => name.startsWith(`c${place}_`)).length) / copies)} %`;

mkdirSync(cache, { recursive: true });
const python = pythonEnvironment(`${cache}/peers`, PACKAGES);
const cells = cases.map(() => []);
for (const [n, m] of SIZES) {
  const [reference, current] = [`${cache}/peers-reference.parquet`, `${cache}/peers-current.parquet`];
  await writeRows(reference, n, 1, ([, before]) => before);
  await writeRows(current, m, 2, ([, before, now = before]) => now);
  const seen = [
    seenHere(current, reference),
    seenByEvidently(python, current, reference),
    seenByEvidently(python, current, reference, "psi"),
  ];
  cells.forEach((row, place) => row.push(seen.map((names) => shareOf(names, place)).join(" · ")));
}
console.log(
  `| rows of reference / current | ${SIZES.map((size) => size.map((rows) => rows.toLocaleString("en")).join(" / ")).join(" | ")} |`,
);
console.log(`| --- |${" ---: |".repeat(SIZES.length)}`);
cases.forEach(([name], place) => console.log(`| ${String(name)} | ${cells[place].join(" | ")} |`));
