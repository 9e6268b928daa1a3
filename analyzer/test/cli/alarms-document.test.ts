import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DAY } from "../../src/artifact/index.js";
import { sayFinding } from "../../src/drift/index.js";
import { temporaryFolder } from "../temporary-folder.js";
import { featurescope } from "./featurescope.js";
import { manifestOf, newPath, table } from "./tables.js";

/** One row's place in two even sequences that do not go together, each 0 to 1, and whether it is of the current side. */
interface Place {
  u: number;
  v: number;
  index: number;
  isCurrent: boolean;
}

const income = ({ u }: Place): number => Math.round(2400 * (u / (1 - u)) ** 0.28);

/** Before the first of October the reference's rows come, on the twentieth the current ones; as a table has it. */
const OCTOBER = Date.UTC(2026, 9, 1);
const written = (time: number): string => new Date(time).toISOString().slice(0, 19);
const event = ({ u, isCurrent }: Place): number => OCTOBER + (isCurrent ? 20 + u : 30 * u - 30) * DAY;

/** Faults of pipelines, each in a column of its own; the reference has none. */
const COLUMNS: Record<string, (place: Place) => unknown> = {
  lostKeys: (row) => (row.v < (row.isCurrent ? 0.12 : 0.05) ? "" : income(row)),
  notFilled: (row) => (row.isCurrent ? "" : income(row)),
  code: (row) => (row.isCurrent && row.v < 0.04 ? -999 : Math.round(500 + 200 * row.u)),
  zeros: (row) => (row.isCurrent && row.v < 0.1 ? 0 : income(row)),
  cents: (row) => (row.isCurrent && row.v < 0.02 ? 100 * income(row) : income(row)),
  thousands: (row) => (row.isCurrent ? income(row) / 1000 : income(row)),
  ratio: (row) => (row.isCurrent && row.v < 0.02 ? "inf" : row.u),
  filled: (row) => (row.isCurrent && row.v < 0.05 ? 2500 : 2400 * (row.u / (1 - row.u)) ** 0.28),
  channel: (row) => (row.isCurrent && row.v < 0.04 ? "web" : "ABCD"[Math.floor(4 * row.u)]),
  renamed: ({ u, isCurrent }) => ["rent", isCurrent ? "owner" : "own", "other"][Math.floor(3 * u)],
  constant: ({ u, isCurrent }) => (isCurrent ? 1 : Math.max(1, Math.floor(5 * u) - 1)),
  identifier: ({ index, isCurrent }) => `c${isCurrent ? index % 1300 : index}`,
  text: (row) => (row.isCurrent ? `${income(row)} EUR` : income(row)),
  flag: ({ u, isCurrent }) => (isCurrent ? Number(u < 0.3) : u < 0.3),
  gone: income,
  frozen: (row) => written(Math.min(event(row) - 7 * row.v * DAY, OCTOBER)),
  defaultDate: (row) => written(row.isCurrent && row.v < 0.02 ? Date.UTC(1900, 0, 1) : event(row)),
  forEver: (row) => written(row.isCurrent && row.v < 0.02 ? Date.UTC(9999, 11, 31) : event(row)),
};

const folder = temporaryFolder();

function rows(count: number, isCurrent: boolean): string {
  const names = Object.keys(COLUMNS).filter((name) => !(isCurrent && name === "gone"));
  const lines = Array.from({ length: count }, (_, index) => {
    const place = { u: ((index + 0.5) * 0.618034) % 1, v: ((index + 0.5) * 0.754878) % 1, index, isCurrent };
    return names.map((name) => COLUMNS[name]?.(place));
  });
  return table(folder, [names, ...lines]);
}

/** A finding without its figures. */
const words = (text: string): string => text.replaceAll(/−?\d([\d,.]*\d)?/g, "#").replaceAll(/\s/g, " ");

test("docs/when-a-feature-alarms.md quotes what is said of faults of pipelines", async () => {
  const document = readFileSync(join(import.meta.dirname, "../../../docs/when-a-feature-alarms.md"), "utf8");
  const start = document.indexOf("| finding |");
  const quoted = [
    ...document.slice(start, document.indexOf("\n\n", start)).matchAll(/^\| ([A-Z\d].*?)( \(.*?\))? \| /gm),
  ].map(([, finding = ""]) => words(finding).replace(/ …$/, ""));
  const [reference, report] = [newPath(folder), newPath(folder)];
  const before = ["--data", rows(5000, false), "--window", "2026-09-01/2026-10-01"];
  await featurescope("reference", ...before, "--out", reference);
  const args = ["--data", rows(3000, true), "--window", "2026-10-21/2026-10-22", "--no-pictures"];
  await featurescope("analyze", ...args, "--reference", reference, "--out", report);
  const said = manifestOf(report).features.map(({ finding, unit }) =>
    words(sayFinding(finding, "en", { unit })),
  );

  expect(quoted).toHaveLength(Object.keys(COLUMNS).length);
  expect(quoted.filter((text) => !said.some((each) => each.startsWith(text)))).toEqual([]);
});
