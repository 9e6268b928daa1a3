import { existsSync } from "node:fs";
import { rename } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { accounts, age, amount, income, normal, pastDue, product, region } from "./credit-columns.mjs";

/** A uniform number in (0, 1) that depends on the row, the column and the seed only, so that threads do not matter. */
const uniform = (column, seed) =>
  `((hash(i * ${column < 64 ? 64 : 4096} + ${column}, ${seed}) >> 11) + 0.5) / 9007199254740992`;

/** The uniform numbers of these columns, as `u(0)`, `u(1)`, … */
const of =
  (seed, ...columns) =>
  (which) =>
    uniform(columns[which], seed);

/** Credit applications: log-normal amounts to the cent, zero-inflated sums with a heavy tail, counts, shares, categories, missing values. */
function select(rows, seed) {
  const columns = {
    loan_amount: amount(of(seed, 0, 1)),
    income: income(of(seed, 3, 4, 2)),
    past_due: pastDue(of(seed, 6, 6, 5)),
    open_accounts: accounts(of(seed, 7)),
    age: age(of(seed, 8)),
    utilisation: `CASE WHEN ${uniform(9, seed)} < 0.02 THEN NULL ELSE power(${uniform(10, seed)}, 2) END`,
    region: region(of(seed, 11)),
    product: product(of(seed, 12)),
  };
  const list = Object.entries(columns).map(([name, sql]) => `${sql} AS ${name}`);
  return `SELECT ${list.join(", ")} FROM range(${rows}) AS numbers(i)`;
}

/** Many features of the kinds above: seven of ten amounts, then counts, zero-inflated sums and categories. */
function selectMany(rows, features, seed) {
  const kinds = [
    (at) => accounts(of(seed, at)),
    (at) => pastDue(of(seed, at + 1, at + 1, at)),
    (at) => region(of(seed, at)),
  ];
  const ordinary = (at) => `round(exp(9 + 0.8 * ${normal(of(seed, at, at + 1))}), 2)`;
  const list = Array.from({ length: features }, (_, i) => `${(kinds[i % 10] ?? ordinary)(2 * i)} AS f${i}`);
  return `SELECT ${list.join(", ")} FROM range(${rows}) AS numbers(i)`;
}

/** Writes what a statement gives to a file of a format. */
export async function writeTable(path, sql, format) {
  const instance = await DuckDBInstance.create(":memory:", { memory_limit: "1GB" });
  const connection = await instance.connect();
  await connection.run(`COPY (${sql}) TO '${path}.part' (FORMAT ${format})`);
  connection.closeSync();
  instance.closeSync();
  await rename(`${path}.part`, path);
}

/** Writes rows to a file of a format unless it is there. @param features that many of random kinds; the eight of credit applications by default */
export async function makeData(path, rows, format, seed, features = null) {
  if (existsSync(path)) return;
  await writeTable(path, features === null ? select(rows, seed) : selectMany(rows, features, seed), format);
}
