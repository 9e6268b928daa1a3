import { seededRandom } from "./seeded-random.js";

/** Columns of `data/credit_data.csv` that the demo uses, and the names it gives them. */
const COLUMNS = new Map([
  ["Age", "user_age"],
  ["Amount", "loan_amount"],
  ["Price", "goods_price"],
  ["Time", "loan_term"],
  ["Income", "income"],
  ["Expenses", "expenses"],
  ["Assets", "assets"],
  ["Debt", "debt"],
  ["Seniority", "job_seniority"],
  ["Job", "job"],
  ["Home", "home"],
  ["Marital", "marital_status"],
  ["Records", "has_records"],
]);

/** Weight of an application per ten years of age below the middle, and per unit of the loan's natural logarithm. */
const TILT_BY_DECADE = 0.7;
const TILT_BY_LOG_AMOUNT = 1.4;
const MIDDLE_AGE = 37;
const MIDDLE_AMOUNT = 1000;

interface Application {
  age: number;
  amount: number;
  /** The fields to write, in the order of {@link COLUMNS}. */
  fields: string[];
}

/** A span of time with the applications to draw for it. */
export interface Draw {
  start: Date;
  end: Date;
  rows: number;
  /** Strength of the planted shift: 0 draws every application alike, 1 prefers the young and the large most. */
  shift: number;
}

function readApplications(table: string): Application[] {
  const [head = "", ...lines] = table.trim().split(/\r?\n/);
  const names = head.split(",");
  const positions = [...COLUMNS.keys()].map((column) => {
    const position = names.indexOf(column);
    if (position < 0) throw new Error(`The credit table should have a column ${column}; it has ${head}.`);
    return position;
  });
  const truth = new Map([
    ["yes", "true"],
    ["no", "false"],
  ]);
  return lines.map((line) => {
    const cells = line.split(",");
    const fields = positions.map((position) => truth.get(cells[position] ?? "") ?? cells[position] ?? "");
    return { age: Number(fields[0]), amount: Number(fields[1]), fields };
  });
}

function weightOf(application: Application, shift: number): number {
  const young = (TILT_BY_DECADE * (MIDDLE_AGE - application.age)) / 10;
  const large = TILT_BY_LOG_AMOUNT * Math.log(application.amount / MIDDLE_AMOUNT);
  return Math.exp(shift * (young + large));
}

/** First position whose running total is above the target. */
function pick(totals: readonly number[], target: number): number {
  let low = 0;
  let high = totals.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((totals[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Draws applications with replacement from the real credit table, one span of time after the other.
 * @param table text of `data/credit_data.csv`
 * @param seed the same seed gives the same text
 * @returns CSV with a header; `applied_at` is ISO 8601 in UTC and ascends; missing values are empty
 */
export function drawApplications(table: string, draws: readonly Draw[], seed: number): string {
  const applications = readApplications(table);
  const random = seededRandom(seed);
  const lines = [["applied_at", ...COLUMNS.values()].join(",")];
  for (const { start, end, rows, shift } of draws) {
    let total = 0;
    const totals = applications.map((application) => (total += weightOf(application, shift)));
    const span = end.getTime() - start.getTime();
    const times = Array.from({ length: rows }, () => start.getTime() + Math.floor(random() * span));
    for (const time of times.sort((a, b) => a - b)) {
      const fields = applications[pick(totals, random() * total)]?.fields ?? [];
      lines.push([new Date(time).toISOString(), ...fields].join(","));
    }
  }
  return `${lines.join("\n")}\n`;
}
