import { missingSql } from "./column-sql.js";
import { columnsInSql } from "./columns-in-sql.js";
import { sayStrays } from "./csv/say-strays.js";
import type { Database } from "./database.js";
import { type DatasetOptions, isWanted, referenceKindOf, strayWordsOf, tokensOf } from "./dataset-options.js";
import { isGzip } from "./file-head.js";
import type { SourceFiles } from "./find-files.js";
import { findTextKinds, type TextColumn } from "./find-text-kinds.js";
import { refuseColumnObjects } from "./refuse-column-objects.js";
import { sayLookalikes } from "./say-lookalikes.js";
import { literal, literals } from "./sql.js";
import { kindOf, storedType, type Table, type TableColumn } from "./table.js";

/**
 * JSON has no points in time, and DuckDB would guess them from text, days before months; as nothing is written like this, text
 * stays text.
 */
const GUESS_NO_TIMES = "dateformat = 'none %Y', timestampformat = 'none %Y'";

/** Types of text, and of values of several types. */
const TEXTS = ["VARCHAR", "JSON"];

/** Types that DuckDB guesses from text and writes in its own way. */
const GUESSED = ["TIME", "UUID"];

/** A column as DuckDB gives it. */
interface JsonColumn {
  /** The key in the data. */
  name: string;
  /** DuckDB's name: it renames keys that differ only in case. */
  given: string;
  type: string;
}

/**
 * JSON lines as a table: one object a line, a key a column, absent keys missing. All rows are read to find the columns. Text is
 * text, but for points in time, which JSON has no other way to write; a column of values of several types has the kind that all
 * of them show, as in CSV.
 */
export async function jsonTable(
  database: Database,
  { paths, patterns }: SourceFiles,
  options: DatasetOptions,
): Promise<Table> {
  const source = literals(patterns);
  const format = `format = 'newline_delimited', compression = '${(await isGzip(paths[0] ?? "")) ? "gzip" : "uncompressed"}'`;
  const settings = `${format}, union_by_name = true, hive_partitioning = false`;
  const guessed = `read_json(${source}, ${settings}, sample_size = -1, ${GUESS_NO_TIMES})`;
  const found = await describe(database, guessed);
  const types = found.map(({ type }) => type);
  await refuseColumnObjects(database, paths[0] ?? "", types, guessed);
  const hasTwins =
    new Set(found.map(({ given }) => given.toLowerCase().replace(/(_\d+)+$/, ""))).size < found.length;
  const known = hasTwins
    ? await withKeys(database, `read_ndjson_objects(${source}, ${format})`, found)
    : found;
  const isPlain = known.every(({ name, given }) => name === given && !name.includes("\0"));
  const rows =
    isPlain && known.some(({ type }) => GUESSED.includes(type))
      ? `read_json(${source}, ${settings}, columns = {${known.map(typeSql).join(", ")}})`
      : guessed;
  return await withTextKinds(database, rows, known, options);
}

async function describe(database: Database, from: string): Promise<JsonColumn[]> {
  const rows = await database.rows(`SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${from})`);
  return rows.map(([name, type]) => ({ name: String(name), given: String(name), type: String(type) }));
}

/** The columns with the keys of the data in place of DuckDB's names; as they are where it is not plain which is which. */
async function withKeys(
  database: Database,
  objects: string,
  columns: readonly JsonColumn[],
): Promise<readonly JsonColumn[]> {
  const rows = await database.rows(`SELECT unnest(json_keys(json_group_structure(json))) FROM ${objects}`);
  const keys = new Set(rows.map(([key]) => String(key)));
  const named = columns.map((column): JsonColumn => {
    const { given } = column;
    return keys.has(given) ? column : { ...column, name: given.replace(/_\d+$/, "") };
  });
  const isPlain =
    new Set(named.map(({ name }) => name)).size === keys.size && named.every(({ name }) => keys.has(name));
  return isPlain ? named : columns;
}

function typeSql({ name, type }: JsonColumn): string {
  return `${literal(name)}: ${literal(GUESSED.includes(type) ? "VARCHAR" : type)}`;
}

async function withTextKinds(
  database: Database,
  rows: string,
  known: readonly JsonColumn[],
  options: DatasetOptions,
): Promise<Table> {
  const { from, columns: inSql } = columnsInSql(
    rows,
    known.map(({ given }) => given),
  );
  const columns = known.map(({ name, type }, index): TableColumn => {
    const stored = storedType(type);
    return { name, sql: inSql[index]!, stored, kind: kindOf(stored) };
  });
  const texts = known.flatMap(({ name, type }, index): (TextColumn & { index: number; name: string })[] => {
    if (!isWanted(name, options) || options.kinds?.has(name) === true || !TEXTS.includes(type)) return [];
    const text = type === "JSON" ? `(${inSql[index]} ->> '$')` : inSql[index]!;
    const sql = missingSql(text, tokensOf(options, name));
    const words = strayWordsOf(options, name);
    const reference = referenceKindOf(options, name);
    return [{ index, name, from, sql, words, reference, ...(type === "VARCHAR" && { kinds: ["datetime"] }) }];
  });
  const kinds = await findTextKinds(database, texts, "all");
  for (const [i, { index, sql, words }] of texts.entries()) {
    const { kind, words: strays } = kinds[i]!;
    const shown = { ...columns[index]!, sql: `(${sql})`, stored: "text" as const, kind };
    columns[index] = strays > 0 ? { ...shown, words } : shown;
  }
  const strays = texts.map(({ name }, i) => ({ name, words: kinds[i]!.words }));
  const levels = texts.filter((_, i) => kinds[i]!.kind === "categorical");
  const notes = [...sayStrays(strays), ...(await sayLookalikes(database, levels))];
  return { from, isText: true, skippedRows: 0, notes, columns };
}
