import { formatCount } from "../drift/index.js";
import { isWordSql } from "./column-sql.js";
import type { Database } from "./database.js";
import { literal } from "./sql.js";

/** A column that is read as text. */
export interface LevelColumn {
  name: string;
  /** In SQL, null where missing. */
  sql: string;
  /** What stands after FROM to read it. */
  from: string;
  /** Texts, in lower case, that mean "missing" among numbers. */
  words: readonly string[];
}

/** A notation that is not read: what it looks like, and what to write instead. */
interface Notation {
  pattern: RegExp;
  advice: string;
}

const NOTATIONS: readonly Notation[] = [
  {
    pattern: /^(\d{1,2}[./]\d{1,2}[./](\d{4}|\d{2})|\d{1,2}-\d{1,2}-\d{4})(\s.*)?$/,
    advice: "points in time are ISO 8601, such as 2026-12-31",
  },
  {
    pattern: /^[-+]?((\d+|\d{1,3}([. '’]\d{3})+),\d+|\d{1,3}(,\d{3})+(\.\d+)?)$/,
    advice: "numbers have a decimal point, and nothing between thousands",
  },
  {
    pattern: /^[-+]?([$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?[%$€£¥])$/,
    advice: "numbers have no signs of currency or per cent",
  },
];
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** Rows that are looked at, and how much of each text. */
const [ROWS, CHARACTERS] = [100, 40];
/** Share of plain numbers from which another value is worth a word: levels such as 0, 1, 2, 3+ are none. */
const MOSTLY = 0.9;
/** Columns asked about in one statement, and told of. */
const [COLUMNS_AT_ONCE, MOST_TOLD] = [50, 10];

/**
 * What people should know of columns that are read as text although most of their first values look like numbers or points in time: each with a
 * value that is none, and how it would be read; in one sentence, or none.
 */
export async function sayLookalikes(database: Database, columns: readonly LevelColumn[]): Promise<string[]> {
  const said: string[] = [];
  for (let start = 0; start < columns.length && said.length <= MOST_TOLD;) {
    const { from } = columns[start]!;
    const some = columns.slice(start, start + COLUMNS_AT_ONCE).filter((column) => column.from === from);
    // Words are left out here: a list of them takes memory for each column.
    const starts = some.map(({ sql }) => `trim(left(${sql}, ${CHARACTERS}))`);
    const rows = await database.rows(`SELECT ${starts.join(", ")} FROM ${from} LIMIT ${ROWS}`);
    for (const [i, column] of some.entries()) {
      const texts = rows.map((row) => String(row[i] ?? ""));
      const values = texts.filter((text) => text !== "" && !column.words.includes(text.toLowerCase()));
      const isOfNumbers = values.length > 0 && values.every((value) => NUMBER.test(value));
      said.push(...(isOfNumbers ? await laterStrays(database, column) : lookalike(column.name, values)));
      if (said.length > MOST_TOLD) break;
    }
    start += some.length;
  }
  if (said.length === 0) return [];
  const more = said.length > MOST_TOLD ? ", and more columns" : "";
  return [`read as text: ${said.slice(0, MOST_TOLD).join(", ")}${more}`];
}

/** Of a column that begins with numbers: what it has later that is none. */
async function laterStrays(database: Database, { name, sql, from, words }: LevelColumn): Promise<string[]> {
  // Most columns that begin with numbers hold nothing else, which a cast tells in a small part of the time that the pattern takes.
  const [stray] = await database.rows(
    `SELECT 1 FROM ${from} WHERE trim(${sql}) <> '' AND NOT coalesce(isfinite(TRY_CAST(${sql} AS DOUBLE)), false) LIMIT 1`,
  );
  if (stray === undefined) return [];
  const text = `nullif(trim(left(${sql}, ${CHARACTERS})), '')`;
  const value = `CASE WHEN ${isWordSql(sql, words)} THEN NULL ELSE ${text} END`;
  const isNumber = `regexp_full_match(text, ${literal(NUMBER.source)}, 'i')`;
  const [[values, numbers, other] = []] = await database.rows(
    `SELECT count(text), count(*) FILTER (${isNumber}), min(text) FILTER (NOT ${isNumber}) FROM (SELECT ${value} AS text FROM ${from})`,
  );
  const strays = Number(values) - Number(numbers);
  if (strays === 0 || Number(numbers) < Number(values) * MOSTLY) return [];
  const all = formatCount(Number(values), "en");
  return [
    `${name} (all but ${formatCount(strays, "en")} of its ${all} values are numbers, ${JSON.stringify(other)} is none)`,
  ];
}

function lookalike(name: string, values: readonly string[]): string[] {
  const others = values.filter((value) => !NUMBER.test(value));
  const matches = NOTATIONS.map(({ pattern, advice }) => ({
    advice,
    like: others.filter((value) => pattern.test(value)),
  }));
  const { advice, like } = matches.reduce((most, next) =>
    next.like.length > most.like.length ? next : most,
  );
  const numbers = values.length - others.length;
  if (like.length > 0 && like.length + numbers > values.length / 2) {
    return [`${name} (${JSON.stringify(like[0])}: ${advice})`];
  }
  if (others.length === 0 || numbers < values.length * MOSTLY) return [];
  const other = JSON.stringify(others[0]);
  return [`${name} (${numbers} of its first ${values.length} values are numbers, ${other} is none)`];
}
