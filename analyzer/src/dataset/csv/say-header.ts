import type { Kind } from "../../artifact/index.js";
import { firstFew } from "../../first-few.js";
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
/** Characters of a hash or UUID, which no name has by chance as many of as all of its column's. */
const LONG_CODE = 16;
const WITHOUT_DIGITS = (text: string): string => `regexp_replace(${text}, '[0-9]+', '0', 'g')`;
const ONLY_SIGNS = (text: string): string => `regexp_replace(${text}, '[0-9a-zA-Z]', '0', 'g')`;

/**
 * What people should know of the line that names the columns: that it reads like a row, which a file without a header loses; else
 * which names stand in it more than once. A sentence, or none.
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
  const told = twins.map(({ given, name }) => `${given} again, read as ${name}`);
  return [`the header has ${firstFew(told, MOST_TOLD, ", and more such names")}`];
}

/**
 * Whether each name could be a value of its column, and at least one is no text, or a code as all of its column's. Columns that
 * are numbered (0, 1, 2 …, as pandas does without names, or years) have a header.
 */
async function readsLikeRow(database: Database, columns: readonly HeadedColumn[]): Promise<boolean> {
  const named = columns.filter(({ given, kind }) => given.trim() !== "" && kind !== "unknown");
  const texts = named.filter(({ kind }) => kind === "categorical");
  const others = named.filter(({ kind }) => kind !== "categorical");
  if (others.length > 0 && (!others.every(isOfItsKind) || isNumbered(others))) return false;
  let codes = 0;
  for (const column of texts) {
    const { isLevel, isCode } = await likenessOf(database, column);
    if (!isLevel && !isCode) return false;
    if (isCode) codes++;
  }
  return others.length + codes > 0;
}

/**
 * Whether a name stands among the first values of its column, or is a code of the same form as all of them: `A-17` and `A-9`, or
 * two hashes.
 */
async function likenessOf(
  database: Database,
  { given, sql, from }: HeadedColumn,
): Promise<{ isLevel: boolean; isCode: boolean }> {
  const text = literal(given);
  const forms = given.length < LONG_CODE ? [WITHOUT_DIGITS] : [WITHOUT_DIGITS, ONLY_SIGNS];
  const alike = forms.map((form) => `bool_and(${form("text")} = ${form(text)})`).join(" OR ");
  const [[isLevel, isAlike] = []] = await database.rows(
    `SELECT coalesce(bool_or(text = ${text}), false), coalesce(${alike}, false) FROM (SELECT ${sql} AS text FROM ${from} LIMIT ${ROWS})`,
  );
  return { isLevel: isLevel === true, isCode: isAlike === true && /\d/.test(given) };
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
