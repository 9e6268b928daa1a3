import type { Kind } from "../artifact/index.js";
import { isWordSql, timeOrNullSql } from "./column-sql.js";
import type { Database } from "./database.js";

/** A column of text to be looked at. */
export interface TextColumn {
  /** In SQL, null where missing. */
  sql: string;
  /** What stands after FROM to read it. */
  from: string;
  /** Texts, in lower case, that mean "missing" among numbers and points in time. */
  words: readonly string[];
  /** Kinds that the text may show; any by default. */
  kinds?: readonly Kind[];
  /** The kind that it has in a reference; undefined without one. */
  reference?: Kind | undefined;
}

/** What a column of text shows. */
export interface TextKind {
  kind: Kind;
  /** Values that are words, where all others are numbers or points in time. */
  words: number;
}

/** A kind that text can show. */
interface Test {
  kind: Kind;
  /** Whether words may stand among its values. */
  allowsWords: boolean;
  /** SQL that is null for each text of another kind. */
  value: (column: string) => string;
}

/** The first that fits counts. Underscores are no part of a number. */
const TESTS: readonly Test[] = [
  {
    kind: "boolean",
    allowsWords: false,
    value: (column) => `nullif(lower(${column}) IN ('true', 'false'), false)`,
  },
  {
    kind: "numeric",
    allowsWords: true,
    value: (column) => `TRY_CAST(replace(${column}, '_', 'x') AS DOUBLE)`,
  },
  {
    kind: "datetime",
    allowsWords: true,
    value: timeOrNullSql,
  },
];

/** Rows looked at first, to know which tests are worth running over all rows. */
const SAMPLE = 1000;

/** Columns asked about in one statement: each test of each takes memory. */
const COLUMNS_AT_ONCE = 50;

/** Kinds that a column may still be of, and what its rows told. */
interface Candidate extends TextColumn {
  tests: readonly Test[];
  values: number;
  wordValues: number;
  /** Values that pass each test. */
  passed: readonly number[];
}

/**
 * The kind of each text column: boolean, numeric or datetime (ISO 8601, with or without zone) where every value is one; among
 * numbers and points in time, words may stand. Unknown where there is no value, else categorical. Levels of a reference are levels
 * whatever these rows show, and words alone are what they stand among in the reference.
 * @param reach `start` for what the first rows show, `all` for what every row does
 */
export async function findTextKinds(
  database: Database,
  columns: readonly TextColumn[],
  reach: "start" | "all",
): Promise<TextKind[]> {
  const kinds: TextKind[] = [];
  for (let start = 0; start < columns.length;) {
    const { from } = columns[start]!;
    const some = columns.slice(start, start + COLUMNS_AT_ONCE);
    const other = some.findIndex((column) => column.from !== from);
    const together = other === -1 ? some : some.slice(0, other);
    kinds.push(...(await findKinds(database, from, together, reach)));
    start += together.length;
  }
  return kinds;
}

async function findKinds(
  database: Database,
  from: string,
  columns: readonly TextColumn[],
  reach: "start" | "all",
): Promise<TextKind[]> {
  const start = `(SELECT ${columns.map(({ sql }, i) => `${sql} AS t${i}`).join(", ")} FROM ${from} LIMIT ${SAMPLE})`;
  const all = columns.map((column, i) => ({
    ...column,
    sql: `t${i}`,
    tests: testsOf(column),
    values: 0,
    wordValues: 0,
    passed: [],
  }));
  const [first, rows] = await tried(database, start, all);
  const likely = first.map((candidate, i) => ({ ...candidate, sql: columns[i]!.sql }));
  const isWhole = reach === "start" || rows < SAMPLE;
  const [sure] = isWhole ? [likely] : await tried(database, from, likely.map(narrowed));
  return sure.map(kindOf);
}

function testsOf({ kinds, reference }: TextColumn): readonly Test[] {
  return reference === "categorical" ? [] : TESTS.filter(({ kind }) => kinds?.includes(kind) ?? true);
}

/** Leaves a column the tests that all its values pass. */
function narrowed(candidate: Candidate): Candidate {
  const { tests, values, wordValues, passed } = candidate;
  const fits = (test: Test, i: number): boolean =>
    passed[i]! + (test.allowsWords ? wordValues : 0) === values;
  return { ...candidate, tests: tests.filter(fits), passed: passed.filter((_, i) => fits(tests[i]!, i)) };
}

function kindOf(candidate: Candidate): TextKind {
  const { tests, values, wordValues, passed, reference } = narrowed(candidate);
  const levels: TextKind = { kind: "categorical", words: 0 };
  if (candidate.tests.length === 0) return levels;
  if (values === 0) return { kind: "unknown", words: 0 };
  const shown = tests.find((_, i) => passed[i]! > 0);
  if (shown !== undefined) return { kind: shown.kind, words: wordValues };
  // Where all values are words, they are levels.
  const areNoLevels = wordValues === values && (reference === "numeric" || reference === "datetime");
  return areNoLevels ? { kind: reference, words: wordValues } : levels;
}

/** Counts over some rows what passes each column's tests. @returns the candidates, and how many rows there are */
async function tried(
  database: Database,
  from: string,
  candidates: readonly Candidate[],
): Promise<[Candidate[], number]> {
  const counts = candidates.flatMap(({ sql, words, tests }) =>
    tests.length === 0
      ? []
      : [
          `count(${sql})`,
          `count(nullif(${isWordSql(sql, words)}, false))`,
          ...tests.map(({ value }) => `count(${value(sql)})`),
        ],
  );
  // A row each: a column takes 16 kB, however few its rows, until the collector finds it.
  const told = await database.rows(`SELECT unnest([${["count(*)", ...counts].join(", ")}]) FROM ${from}`);
  const [rows = 0, ...found] = told.map(([count]) => Number(count));
  const counted = candidates.map((candidate): Candidate => {
    if (candidate.tests.length === 0) return { ...candidate, values: 0, wordValues: 0, passed: [] };
    const [values = 0, wordValues = 0, ...passed] = found.splice(0, 2 + candidate.tests.length);
    return { ...candidate, values, wordValues, passed };
  });
  return [counted, rows];
}
