import { cannotRead } from "../cannot-read.js";
import { missingSql } from "../column-sql.js";
import { columnsInSql } from "../columns-in-sql.js";
import type { Database } from "../database.js";
import { type DatasetOptions, isWanted, strayWordsOf, tokensOf } from "../dataset-options.js";
import type { SourceFiles } from "../find-files.js";
import { findTextKinds } from "../find-text-kinds.js";
import { isPandasIndex, sayPandasIndex } from "../pandas-index.js";
import { sayLookalikes } from "../say-lookalikes.js";
import { literal, literals } from "../sql.js";
import { isIntegerType, kindOf, storedType, type Table, type TableColumn } from "../table.js";
import { wideDecimals } from "./wide-decimals.js";

/**
 * Parquet files as a table. Names come from the first file's own schema: DuckDB renames columns that differ only in case.
 * Several files have the columns of all, found by their names. A column is missing in the rows of a file that lacks it. Where files
 * differ, it has the wider type: a writer that meets a missing whole number often makes the column one of floating point.
 */
export async function parquetTable(
  database: Database,
  { patterns }: SourceFiles,
  options: DatasetOptions,
): Promise<Table> {
  const union = patterns.length > 1;
  if (union) await refuseMixedTwins(database, patterns);
  const files = `read_parquet(${literals(patterns)}, hive_partitioning = false, union_by_name = ${union})`;
  const described = await database.rows(
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM ${files})`,
  );
  const given = described.map(([name]) => String(name));
  const { from, columns: inSql } = columnsInSql(files, given);
  const names = options.names ?? (await topLevelNames(database, patterns[0] ?? ""));
  const wide = await wideDecimals(database, patterns);
  const columns = described.map(([, type], index): TableColumn => {
    const stored = storedType(String(type));
    const name = names[index] ?? given[index]!;
    const decimal = isWanted(name, options) ? wide.get(name) : undefined;
    return {
      name,
      sql: decimal === undefined ? inSql[index]! : refusalSql(decimal),
      stored,
      kind: kindOf(stored),
      isInteger: isIntegerType(String(type)),
      hasNanoseconds: type === "TIMESTAMP_NS",
    };
  });
  const texts = columns.filter((_, index) => String(described[index]?.[1]) === "VARCHAR");
  const notes = options.names === undefined ? await sayTexts(database, from, texts, options) : [];
  const indexes = columns.filter(({ name }) => isPandasIndex(name, options));
  const features = await Promise.all(
    columns
      .filter((column) => !indexes.includes(column))
      .map((column) => withTimes(database, from, column, options)),
  );
  // Where features are named, nobody asked for the others.
  const left = options.features === undefined ? sayPandasIndex(indexes.map(({ name }) => name)) : [];
  return { from, isText: false, skippedRows: 0, notes: [...left, ...notes], columns: features };
}

/** SQL that fails where its values are asked for, so that the other columns are read. */
function refusalSql(decimal: string): string {
  return `CAST(error(${literal(`expected decimals of up to 38 digits, found ${decimal}. Write them as DECIMAL(38, …) or DOUBLE.`)}) AS DOUBLE)`;
}

/** A column of text that is to tell the times of rows as one of times, where that is what it holds. */
async function withTimes(
  database: Database,
  from: string,
  column: TableColumn,
  options: DatasetOptions,
): Promise<TableColumn> {
  const { name, stored } = column;
  if (name !== options.timeColumn || stored !== "text") return column;
  // Lists, structures and bytes are text as well, once they are written out.
  const sql = missingSql(`CAST(${column.sql} AS VARCHAR)`, tokensOf(options, name));
  const words = strayWordsOf(options, name);
  const [found] = await findTextKinds(database, [{ sql, from, words, kinds: ["datetime"] }], "all");
  if (found?.kind !== "datetime") return column;
  return { ...column, sql: `(${sql})`, kind: "datetime", ...(found.words > 0 && { words }) };
}

/** Text was written as text, so that numbers among it stay levels; where most values look like others, that may not have been meant. */
async function sayTexts(
  database: Database,
  from: string,
  texts: readonly TableColumn[],
  options: DatasetOptions,
): Promise<string[]> {
  const free = texts.filter(({ name }) => isWanted(name, options) && options.kinds?.has(name) !== true);
  const levels = free.map(({ name, sql }) => ({
    name,
    sql: missingSql(sql, tokensOf(options, name)),
    from,
    words: strayWordsOf(options, name),
  }));
  const notes = await sayLookalikes(database, levels);
  return notes.map(
    (note) => `${note}; a kind and missingTokens in --config read such a column as what most of it is`,
  );
}

/** Names that differ only in case are told apart by their order in each file: where that is another, columns would be mixed. */
async function refuseMixedTwins(database: Database, patterns: readonly string[]): Promise<void> {
  const ofFile = `SELECT lower(name) AS folded, string_agg(name, ', ') AS names, count(DISTINCT name) AS count FROM parquet_schema(${literals(patterns)}) GROUP BY file_name, folded`;
  const [mixed] = await database.rows(
    `SELECT string_agg(DISTINCT names, '; ' ORDER BY names) FROM (${ofFile}) GROUP BY folded HAVING max(count) > 1 AND count(DISTINCT names) > 1 LIMIT 1`,
  );
  if (mixed === undefined) return;
  throw cannotRead(
    `${patterns[0]} and others`,
    `expected names that differ in more than case, or the same of them in every file, found ${mixed[0]}. Read the files separately.`,
  );
}

async function topLevelNames(database: Database, pattern: string): Promise<string[]> {
  const elements = await database.rows(`SELECT name, num_children FROM parquet_schema(${literal(pattern)})`);
  const names: string[] = [];
  let position = 1;
  const skip = (): void => {
    const children = Number(elements[position]?.[1] ?? 0);
    position++;
    for (let child = 0; child < children; child++) skip();
  };
  while (position < elements.length) {
    names.push(String(elements[position]?.[0]));
    skip();
  }
  return new Set(names).size === names.length ? names : [];
}
