import { missingSql } from "../column-sql.js";
import { type CsvReader, csvReader } from "./csv-reader.js";
import type { Database } from "../database.js";
import { type DatasetOptions, isWanted, strayWordsOf, tokensOf } from "../dataset-options.js";
import type { SourceFiles } from "../find-files.js";
import { type TextKind, findTextKinds } from "../find-text-kinds.js";
import { csvIndexes, sayPandasIndex } from "../pandas-index.js";
import { countRejects } from "./rejected-rows.js";
import type { TextScan } from "./scan-text.js";
import { sayCodes } from "./say-codes.js";
import { sayHeader } from "./say-header.js";
import { sayLookalikes } from "../say-lookalikes.js";
import { sayStrays } from "./say-strays.js";
import { identifier } from "../sql.js";
import { MOST_COLUMNS, splitTable } from "./split-table.js";
import type { Table, TableColumn } from "../table.js";

/** A column of the file that is asked for. */
interface WantedColumn {
  index: number;
  name: string;
  /** In SQL, in the file as in the copy. */
  sql: string;
  words: readonly string[];
}

/** What was copied into Parquet. */
interface Copy {
  /** Indexes of the columns that are numbers in it; all others are text. */
  numbers: ReadonlySet<number>;
  /** For each column that is asked for, what stands after FROM to read it. */
  parts: readonly string[];
}

const NOTHING: ReadonlySet<number> = new Set();

/**
 * CSV files as a table, each column with the kind that all its values show: the columns that are asked for are copied once into
 * Parquet, because every reading of text cuts all its values. Missing tokens are taken out before kinds are looked for.
 * @param scans of the files, which may still be under way
 */
export async function csvTable(
  database: Database,
  files: SourceFiles,
  options: DatasetOptions,
  scans: Promise<readonly TextScan[]>,
): Promise<Table> {
  const { names, given, from } = await csvReader(files, options);
  const indexes = csvIndexes(given, names, options);
  const wanted = names.flatMap((name, index): WantedColumn[] =>
    isWanted(name, options) && !indexes.includes(name)
      ? [{ index, name, sql: identifier(`c${index}`), words: strayWordsOf(options, name) }]
      : [],
  );
  const copy = await copyColumns(database, from, wanted, options, scans);
  const skippedRows = options.onBadRows === "skip" ? await countRejects(database) : 0;
  const kinds = await kindsOf(database, wanted, copy);
  const columns = names.map((name): TableColumn => ({
    name,
    sql: "NULL",
    stored: "nothing",
    kind: "unknown",
  }));
  for (const [i, column] of wanted.entries()) {
    const isForced = options.kinds?.has(column.name) === true;
    columns[column.index] = columnOf(column, copy.parts[i]!, kinds.get(column.index), isForced);
  }
  const free = wanted.flatMap((column, i) =>
    options.kinds?.has(column.name) === true
      ? []
      : [{ ...column, from: copy.parts[i]!, shown: kinds.get(column.index) }],
  );
  const strays = sayStrays(free.map(({ name, shown }) => ({ name, words: shown?.words ?? 0 })));
  const levels = free.filter(({ shown }) => shown?.kind === "categorical");
  // To read rejected rows again would count them twice.
  const hasTexts = options.onBadRows !== "skip" && wanted.length <= MOST_COLUMNS;
  const numbers = hasTexts ? free.filter(({ index }) => columns[index]!.kind === "numeric") : [];
  const labelOf = (name: string): string => (given.includes(name) ? name : `${name} (without a name)`);
  const headed = wanted.map(({ index, name, sql }, i) => ({
    given: given[index]!,
    name,
    kind: columns[index]!.kind,
    sql,
    from: copy.parts[i]!,
  }));
  return {
    from: copy.parts[0] ?? from(NOTHING),
    isText: false,
    skippedRows,
    notes: [
      ...(await sayHeader(database, headed)),
      // Where features are named, nobody asked for the others.
      ...(options.features === undefined ? sayPandasIndex(indexes.map(labelOf)) : []),
      ...strays,
      ...(await sayLookalikes(database, levels)),
      ...(await sayCodes(database, numbers, from(NOTHING))),
    ],
    columns: columns.filter(({ name }) => !indexes.includes(name)),
  };
}

/**
 * Columns whose first rows show numbers are copied as such, in half the time; where a later row shows another, all are copied as text
 * instead.
 */
async function copyColumns(
  database: Database,
  from: CsvReader["from"],
  wanted: readonly WantedColumn[],
  options: DatasetOptions,
  scans: Promise<readonly TextScan[]>,
): Promise<Copy> {
  const names = wanted.map(({ sql }) => sql);
  const values = wanted.map(({ name, sql }) =>
    options.columnTokens === undefined ? sql : missingSql(sql, tokensOf(options, name)),
  );
  const copy = (numbers: ReadonlySet<number>): Promise<string[]> =>
    splitTable(database, from(numbers), names, values);
  const numbers = await likelyNumbers(database, wanted, from(NOTHING), options);
  if (numbers.size > 0) {
    const parts = await copy(numbers).catch((error: unknown) => {
      if (isConversionError(error)) return null;
      throw error;
    });
    if (parts !== null && !(await scans).some(({ joinsDigits }) => joinsDigits)) return { numbers, parts };
  }
  return { numbers: NOTHING, parts: await copy(NOTHING) };
}

/** What the columns that were copied as text show, by their index. */
async function kindsOf(
  database: Database,
  wanted: readonly WantedColumn[],
  { numbers, parts }: Copy,
): Promise<ReadonlyMap<number, TextKind>> {
  const texts = wanted.flatMap((column, i) =>
    numbers.has(column.index) ? [] : [{ ...column, from: parts[i]! }],
  );
  const kinds = await findTextKinds(database, texts, "all");
  return new Map(texts.map(({ index }, i) => [index, kinds[i]!]));
}

/** @param text what it shows; undefined where it was copied as numbers */
function columnOf(
  { name, sql, words }: WantedColumn,
  part: string,
  text: TextKind | undefined,
  isForced: boolean,
): TableColumn {
  const hasWords = text !== undefined && (text.words > 0 || isForced);
  return {
    name,
    sql,
    stored: text === undefined ? "number" : "text",
    kind: text?.kind ?? "numeric",
    part,
    ...(hasWords && { words }),
  };
}

/**
 * Indexes of the columns whose first rows are numbers. None where reading them as such would leave rows out instead of failing; where a
 * column has missing tokens of its own; and of so many columns that looking at their first rows takes longer than it spares.
 */
async function likelyNumbers(
  database: Database,
  wanted: readonly WantedColumn[],
  from: string,
  { onBadRows, columnTokens, kinds }: DatasetOptions,
): Promise<ReadonlySet<number>> {
  if (onBadRows === "skip" || columnTokens !== undefined || wanted.length > MOST_COLUMNS) return NOTHING;
  const free = wanted.filter(({ name }) => (kinds?.get(name) ?? "numeric") === "numeric");
  const first = await findTextKinds(
    database,
    free.map((column) => ({ ...column, from })),
    "start",
  );
  return new Set(
    free.filter((_, i) => first[i]!.kind === "numeric" && first[i]!.words === 0).map(({ index }) => index),
  );
}

function isConversionError(error: unknown): boolean {
  return error instanceof Error && /Could not convert|Error when converting/i.test(error.message);
}
