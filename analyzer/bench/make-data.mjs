import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";

/** A uniform number in (0, 1) that depends on the row, the column and the seed only, so that threads do not matter. */
const uniform = (column, seed) =>
  `((hash(i * ${column < 64 ? 64 : 4096} + ${column}, ${seed}) >> 11) + 0.5) / 9007199254740992`;

/** A standard normal number (Box and Muller). */
const normal = (column, seed) =>
  `sqrt(-2 * ln(${uniform(column, seed)})) * cos(2 * pi() * ${uniform(column + 1, seed)})`;

/** Credit applications: log-normal amounts to the cent, zero-inflated sums with a heavy tail, counts, shares, categories, missing values. */
function select(rows, seed) {
  const columns = {
    loan_amount: `round(exp(9.6 + 0.8 * ${normal(0, seed)}), 2)`,
    income: `CASE WHEN ${uniform(2, seed)} < 0.05 THEN NULL ELSE round(exp(8.1 + 0.6 * ${normal(3, seed)}), 2) END`,
    past_due: `CASE WHEN ${uniform(5, seed)} < 0.85 THEN 0 ELSE round(50 * power(${uniform(6, seed)}, -0.7), 2) END`,
    open_accounts: `floor(-3 * ln(${uniform(7, seed)}))::INTEGER`,
    age: `(18 + floor(62 * power(${uniform(8, seed)}, 1.4)))::INTEGER`,
    utilisation: `CASE WHEN ${uniform(9, seed)} < 0.02 THEN NULL ELSE power(${uniform(10, seed)}, 2) END`,
    region: `'R' || floor(20 * power(${uniform(11, seed)}, 2))::INTEGER`,
    product: `['card', 'car', 'home', 'student', 'business'][1 + floor(5 * power(${uniform(12, seed)}, 3))::INTEGER]`,
  };
  const list = Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`);
  return `SELECT ${list.join(", ")} FROM range(${rows}) AS numbers(i)`;
}

/** Many features of the kinds above: seven of ten amounts, then counts, zero-inflated sums and categories. */
function selectMany(rows, features, seed) {
  const kinds = [
    (at) => `floor(-3 * ln(${uniform(at, seed)}))::INTEGER`,
    (at) =>
      `CASE WHEN ${uniform(at, seed)} < 0.85 THEN 0 ELSE round(50 * power(${uniform(at + 1, seed)}, -0.7), 2) END`,
    (at) => `'R' || floor(20 * power(${uniform(at, seed)}, 2))::INTEGER`,
  ];
  const amount = (at) => `round(exp(9 + 0.8 * ${normal(at, seed)}), 2)`;
  const list = Array.from({ length: features }, (_, i) => `${(kinds[i % 10] ?? amount)(2 * i)} AS f${i}`);
  return `SELECT ${list.join(", ")} FROM range(${rows}) AS numbers(i)`;
}

/** Writes rows to a file of a format unless it is there. @param features that many of random kinds; the eight of credit applications by default */
export async function makeData(path, rows, format, seed, features = null) {
  if (existsSync(path)) return;
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "1GB" });
  const connection = await instance.connect();
  const sql = features === null ? select(rows, seed) : selectMany(rows, features, seed);
  await connection.run(`COPY (${sql}) TO '${path}.part' (FORMAT ${format})`);
  connection.closeSync();
  instance.closeSync();
  await rename(`${path}.part`, path);
}
