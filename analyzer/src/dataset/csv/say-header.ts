import type { Kind } from "../../artifact/index.js";
import type { Database } from "../database.js";
import { literal } from "../sql.js";
import { NUMBER, TIME } from "../text-patterns.js";

/** A column with the name that the first line gives it. */
export interface HeadedColumn {
  /** As it stands there. */
  given: string;
  /** Told apart from others of the same name. */
  name: string;
  kind: Kind;
  /** In SQL, null where missing. */
  sql: string;
  /** What stands after FROM to read it. */
  from: string;
}

/** Rows in which a name is looked for, and names that are told. */
const [ROWS, MOST_TOLD] = [10_000, 3];
const TRUTH = /^(true|false)$/i;

/**
 * What people should know of the line that names the columns: that it reads like a row, which a file without a header loses; else which names
 * stand in it more than once. A sentence, or none.
 */
export async function sayHeader(database: Database, columns: readonly HeadedColumn[]): Promise<string[]> {
  if (await readsLikeRow(database, columns)) {
    const some = columns.slice(0, MOST_TOLD).map(({ given }) => given);
    const shown = JSON.stringify(some.join(", ")) + (columns.length > MOST_TOLD ? " …" : "");
    return [
      `the first line (${shown}) names the columns, and reads like a row: if the file has no header, write one, as that row is not analysed`,
    ];
  }
  const twins = columns.filter(({ given, name }) => given !== "" && given !== name);
  if (twins.length === 0) return [];
  const told = twins.slice(0, MOST_TOLD).map(({ given, name }) => `${given} again, read as ${name}`);
  return [`the header has ${told.join(", ")}${twins.length > MOST_TOLD ? ", and more such names" : ""}`];
}

/**
 * Whether each name could be a value of its column, and at least one is no text. Columns that are numbered (0, 1, 2 …, as pandas does without
 * names, or years) have a header.
 */
async function readsLikeRow(database: Database, columns: readonly HeadedColumn[]): Promise<boolean> {
  const named = columns.filter(({ given, kind }) => given.trim() !== "" && kind !== "unknown");
  const texts = named.filter(({ kind }) => kind === "categorical");
  const others = named.filter(({ kind }) => kind !== "categorical");
  if (others.length === 0 || !others.every(isOfItsKind) || isNumbered(others)) return false;
  for (const { given, sql, from } of texts) {
    const [found] = await database.rows(
      `SELECT 1 FROM (SELECT ${sql} AS text FROM ${from} LIMIT ${ROWS}) WHERE text = ${literal(given)} LIMIT 1`,
    );
    if (found === undefined) return false;
  }
  return true;
}

function isOfItsKind({ given, kind }: HeadedColumn): boolean {
  const text = given.trim();
  if (kind === "numeric") return NUMBER.test(text);
  return kind === "datetime" ? TIME.test(text) : TRUTH.test(text);
}

function isNumbered(columns: readonly HeadedColumn[]): boolean {
  const numbers = columns.map(({ given }) => Number(given));
  const [first = NaN] = numbers;
  return (
    Number.isInteger(first) &&
    (first === 0 || numbers.length > 1) &&
    numbers.every((number, i) => number === first + i)
  );
}
