import type { Kind } from "../../artifact/index.js";
import { missingSql } from "../column-sql.js";
import type { Database } from "../database.js";
import {
  type DatasetOptions,
  isWanted,
  referenceKindOf,
  strayWordsOf,
  tokensOf,
} from "../dataset-options.js";
import type { SourceFiles } from "../find-files.js";
import { findTextKinds } from "../find-text-kinds.js";
import { csvIndexes, sayPandasIndex } from "../pandas-index.js";
import { sayLookalikes } from "../say-lookalikes.js";
import { identifier } from "../sql.js";
import type { Table, TableColumn } from "../table.js";
import { type CsvReader, csvReader } from "./csv-reader.js";
import { countRejects } from "./rejected-rows.js";
import { sayCodes } from "./say-codes.js";
import { sayHeader } from "./say-header.js";
import { sayStrays } from "./say-strays.js";
import { sayThousands } from "./say-thousands.js";
import type { TextScan } from "./scan-text.js";
import { MOST_COLUMNS, splitTable } from "./split-table.js";

/** A column of the file that is asked for. */
interface WantedColumn {
  index: number;
  /** As it stands in the header. */
  given: string;
  name: string;
  /** In SQL, in the file as in the copy. */
  sql: string;
  words: readonly string[];
  /** Whether somebody said its kind, which is then not looked for. */
  isForced: boolean;
  /** The kind that it has in a reference. */
  reference: Kind | undefined;
}

/** What was copied into Parquet. */
interface Copy {
  /** Indexes of the columns that are numbers in it; all others are text. */
  numbers: ReadonlySet<number>;
  /** For each column that is asked for, what stands after FROM to read it. */
  parts: readonly string[];
}

/** A column that was copied. */
interface CopiedColumn extends WantedColumn {
  /** What stands after FROM to read it. */
  from: string;
  stored: "number" | "text";
  kind: Kind;
  /** Values that are words, where all others are numbers or points in time. */
  strays: number;
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
  const wanted = names.flatMap((name, index): WantedColumn[] => {
    if (!isWanted(name, options) || indexes.includes(name)) return [];
    const isForced = options.kinds?.has(name) === true;
    const [sql, words] = [identifier(`c${index}`), strayWordsOf(options, name)];
    const reference = referenceKindOf(options, name);
    return [{ index, given: given[index]!, name, sql, words, isForced, reference }];
  });
  const copy = await copyColumns(database, from, wanted, options, scans);
  const skippedRows = options.onBadRows === "skip" ? await countRejects(database) : 0;
  const copied = await findKinds(database, wanted, copy);
  const columns = names.map((name): TableColumn => ({
    name,
    sql: "NULL",
    stored: "nothing",
    kind: "unknown",
  }));
  for (const column of copied) columns[column.index] = columnOf(column);
  const labelOf = (name: string): string => (given.includes(name) ? name : `${name} (without a name)`);
  return {
    from: copy.parts[0] ?? from(NOTHING),
    isText: false,
    skippedRows,
    notes: [
      ...(await sayHeader(database, copied)),
      // Where features are named, nobody asked for the others.
      ...(options.features === undefined ? sayPandasIndex(indexes.map(labelOf)) : []),
      ...(await sayKinds(database, copied, from(NOTHING), options)),
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

/** Looks for the kinds of the columns that were copied as text. */
async function findKinds(
  database: Database,
  wanted: readonly WantedColumn[],
  { numbers, parts }: Copy,
): Promise<CopiedColumn[]> {
  const columns = wanted.map((column, i) => ({ ...column, from: parts[i]! }));
  const texts = columns.filter(({ index }) => !numbers.has(index));
  const found = await findTextKinds(database, texts, "all");
  const shown = new Map(texts.map(({ index }, i) => [index, found[i]!]));
  return columns.map((column): CopiedColumn => {
    const text = shown.get(column.index);
    if (text === undefined) return { ...column, stored: "number", kind: "numeric", strays: 0 };
    return { ...column, stored: "text", kind: text.kind, strays: text.words };
  });
}

function columnOf({ name, sql, from, stored, kind, words, strays, isForced }: CopiedColumn): TableColumn {
  const hasWords = stored === "text" && (strays > 0 || isForced);
  return { name, sql, stored, kind, part: from, ...(hasWords && { words }) };
}

/**
 * What people should know of the kinds that were found. Who said a kind knows it.
 * @param from what stands after FROM to read all columns as text
 */
async function sayKinds(
  database: Database,
  copied: readonly CopiedColumn[],
  from: string,
  { onBadRows }: DatasetOptions,
): Promise<string[]> {
  const found = copied.filter(({ isForced }) => !isForced);
  const levels = found.filter(({ kind }) => kind === "categorical");
  // To read rejected rows again would count them twice.
  const mayReadAgain = onBadRows !== "skip" && copied.length <= MOST_COLUMNS;
  const numbers = mayReadAgain ? found.filter(({ kind }) => kind === "numeric") : [];
  return [
    ...sayStrays(found.map(({ name, strays }) => ({ name, words: strays }))),
    ...(await sayLookalikes(database, levels)),
    ...(await sayCodes(database, numbers, from)),
    ...(await sayThousands(database, numbers, from)),
  ];
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
