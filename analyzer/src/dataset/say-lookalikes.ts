import { formatCount } from "../drift/index.js";
import { firstFew } from "../first-few.js";
import { isWordSql, timeOrNullSql } from "./column-sql.js";
import type { Database } from "./database.js";
import { literal } from "./sql.js";
import { NUMBER, TIME } from "./text-patterns.js";

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
    pattern:
      /^[-+]?((\d+|\d{1,3}([.\s'’]\d{3})+),\d+|\d{1,3}(,\d{3})+(\.\d+)?|[1-9]\d{0,2}(([\s'’]\d{3})+(\.\d+)?|(\.\d{3}){2}))$/,
    advice: "numbers have a decimal point, and nothing between thousands",
  },
  {
    pattern: /^[-+]?([$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?[%$€£¥])$/,
    advice: "numbers have no signs of currency or per cent",
  },
];

/** What nearly all values of a column may be. */
interface Likeness {
  values: string;
  /** SQL that is true for a text that is one, without blanks around it. */
  isOne: (text: string) => string;
  /** Nearly the same in a part of the time; where it is not true, `isOne` is asked. */
  isLikelyOne: (text: string) => string;
}

const NUMBERS: Likeness = {
  values: "numbers",
  isOne: (text) => `regexp_full_match(${text}, ${literal(NUMBER.source)}, 'i')`,
  isLikelyOne: (text) => `coalesce(isfinite(TRY_CAST(${text} AS DOUBLE)), false)`,
};
const TIMES: Likeness = {
  values: "points in time",
  isOne: (text) => `((${timeOrNullSql(text)}) IS NOT NULL)`,
  isLikelyOne: (text) => `(TRY_CAST(${text} AS TIMESTAMP) IS NOT NULL)`,
};

/** Rows that are looked at, and how much of each text. */
const [ROWS, CHARACTERS] = [100, 40];
/** Share of plain numbers from which another value is worth a word: levels such as 0, 1, 2, 3+ are none. */
const MOSTLY = 0.9;
/** Columns asked about in one statement, and told of. */
const [COLUMNS_AT_ONCE, MOST_TOLD] = [50, 10];

/**
 * What people should know of columns that are read as text although most of their first values look like numbers or points in
 * time: each with a value that is none, and how it would be read; in one sentence, or none.
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
      const like = likenessOf(values);
      said.push(...(like ? await strays(database, column, like) : lookalike(column.name, values)));
      if (said.length > MOST_TOLD) break;
    }
    start += some.length;
  }
  if (said.length === 0) return [];
  return [`read as text: ${firstFew(said, MOST_TOLD, ", and more columns")}`];
}

/**
 * What a column holds but for a few values, by its first ones; null where they do not tell. A day that no calendar has looks like
 * a point in time.
 */
function likenessOf(values: readonly string[]): Likeness | null {
  if (values.length === 0) return null;
  if (values.every((value) => NUMBER.test(value))) return NUMBERS;
  return values.filter((value) => TIME.test(value)).length >= values.length * MOSTLY ? TIMES : null;
}

/** Of a column that begins with values of a likeness: what it has that is none. */
async function strays(
  database: Database,
  { name, sql, from, words }: LevelColumn,
  { values: what, isOne, isLikelyOne }: Likeness,
): Promise<string[]> {
  // Most such columns hold nothing else.
  const [stray] = await database.rows(
    `SELECT 1 FROM ${from} WHERE trim(${sql}) <> '' AND NOT ${isLikelyOne(sql)} LIMIT 1`,
  );
  if (stray === undefined) return [];
  const text = `nullif(trim(left(${sql}, ${CHARACTERS})), '')`;
  const value = `CASE WHEN ${isWordSql(sql, words)} THEN NULL ELSE ${text} END`;
  const [[values, alike, other] = []] = await database.rows(
    `SELECT count(text), count(*) FILTER (${isOne("text")}), min(text) FILTER (NOT ${isOne("text")}) FROM (SELECT ${value} AS text FROM ${from})`,
  );
  const others = Number(values) - Number(alike);
  if (others === 0 || Number(alike) < Number(values) * MOSTLY) return [];
  const all = formatCount(Number(values), "en");
  return [
    `${name} (all but ${formatCount(others, "en")} of its ${all} values are ${what}, ${JSON.stringify(other)} is none)`,
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
