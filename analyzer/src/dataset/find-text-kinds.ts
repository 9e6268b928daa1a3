import type { Kind } from "../artifact/index.js";
import type { Database } from "./database.js";

/** Kinds that text can show, the first that fits counts, with SQL that is null for each text of another. Underscores are no part of a number. */
const TESTS: readonly { kind: Kind; value: (column: string) => string }[] = [
  { kind: "boolean", value: (column) => `nullif(lower(${column}) IN ('true', 'false'), false)` },
  { kind: "numeric", value: (column) => `TRY_CAST(replace(${column}, '_', 'x') AS DOUBLE)` },
  { kind: "datetime", value: (column) => `TRY_CAST(${column} AS TIMESTAMPTZ)` },
];

/** Rows looked at first, to know which tests are worth running over all rows. */
const SAMPLE = 1000;

/** Columns asked about in one statement: each test of each takes memory. A part of a wide table holds a multiple of them. */
const COLUMNS_AT_ONCE = 50;

interface Candidates {
  column: string;
  /** Kinds that may still be. */
  kinds: readonly Kind[];
}

/**
 * The kind of each text column: boolean, numeric or datetime (ISO 8601, with or without zone) where every value that is not
 * null is one, unknown where there is no value, else categorical. All rows are read, so every fault of the file shows here.
 * @param fromOf what stands after FROM to read a column, by its index; it changes only at multiples of {@link COLUMNS_AT_ONCE}
 */
export async function findTextKinds(
  database: Database,
  columns: readonly string[],
  fromOf: (index: number) => string,
): Promise<Kind[]> {
  const kinds: Kind[] = [];
  for (let start = 0; start < columns.length; start += COLUMNS_AT_ONCE) {
    const some = columns.slice(start, start + COLUMNS_AT_ONCE);
    kinds.push(...(await findKinds(database, some, fromOf(start))));
  }
  return kinds;
}

async function findKinds(database: Database, columns: readonly string[], from: string): Promise<Kind[]> {
  const all = columns.map((column) => ({ column, kinds: TESTS.map((test) => test.kind) }));
  const start = `(SELECT ${columns.join(", ")} FROM ${from} LIMIT ${SAMPLE})`;
  const [sample] = await database.rows(`SELECT count(*) FROM ${start}`);
  const isSmall = Number(sample?.[0]) < SAMPLE;
  const likely = isSmall ? all : await narrow(database, start, all);
  const sure = await narrow(database, from, likely);
  return sure.map(({ kinds }) => (kinds.length === TESTS.length ? "unknown" : (kinds[0] ?? "categorical")));
}

/** Leaves each column the kinds that all its values show: all of them where it has no value. */
async function narrow(
  database: Database,
  from: string,
  candidates: readonly Candidates[],
): Promise<Candidates[]> {
  const counts = await countTests(database, from, candidates);
  return candidates.map(({ column, kinds }) => {
    const values = counts.shift() ?? 0;
    const passing = kinds.filter(() => counts.shift() === values);
    return { column, kinds: passing };
  });
}

async function countTests(
  database: Database,
  from: string,
  candidates: readonly Candidates[],
): Promise<number[]> {
  const counts = candidates.flatMap(({ column, kinds }) => [
    kinds.length === 0 ? "0" : `count(${column})`,
    ...TESTS.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => `count(${value(column)})`),
  ]);
  const [row = []] = await database.rows(`SELECT ${["count(*)", ...counts].join(", ")} FROM ${from}`);
  return row.slice(1).map(Number);
}
