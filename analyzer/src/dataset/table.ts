import type { Kind } from "../artifact/index.js";

/** How DuckDB holds a column's values. */
export type StoredType = "text" | "json" | "number" | "boolean" | "time" | "nothing";

/** A column as DuckDB sees it. */
export interface TableColumn {
  /** The name in the data. */
  name: string;
  /** The column in SQL, quoted. */
  sql: string;
  stored: StoredType;
  /** The kind that its values show; a forced kind goes before it. */
  kind: Kind;
  /** Whether it is stored as whole numbers, so that the file tells their range. */
  isInteger?: boolean;
  /** Whether it holds nanoseconds, whose least and greatest DuckDB takes for infinities; pandas' `Timestamp.max` is one. */
  hasNanoseconds?: boolean;
  /** Texts, in lower case, that mean "missing" where the column is read as numbers or points in time; none by default. */
  words?: readonly string[];
  /** What stands after FROM for this column, where a wide table is kept in parts. */
  part?: string;
}

/** A file, or several, as a table in SQL. */
export interface Table {
  /** What stands after FROM; {@link fromOf} where columns are read. */
  from: string;
  /** Whether each reading parses text: worth a copy when read again. */
  isText: boolean;
  /** Rows that could not be cut into values and were left out; 0 unless that was asked for. */
  skippedRows: number;
  /** What people should know of how values were read, one sentence each. */
  notes: string[];
  columns: TableColumn[];
  /** Gives an error of reading it the names that people know. */
  nameFault?: (error: unknown) => unknown;
}

const NUMBERS = /^(U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|BIGNUM|FLOAT|DOUBLE|DECIMAL\(.*\))$/;

const INTEGERS = /^U?(TINYINT|SMALLINT|INTEGER|BIGINT)$/;

/** Whether a type is one of whole numbers. */
export function isIntegerType(type: string): boolean {
  return INTEGERS.test(type);
}

/** How DuckDB holds values of a type, by the type's name. */
export function storedType(type: string): StoredType {
  if (NUMBERS.test(type)) return "number";
  if (type === "BOOLEAN") return "boolean";
  if (type === "DATE" || type.startsWith("TIMESTAMP")) return "time";
  if (type === '"NULL"' || type === "NULL") return "nothing";
  return type === "JSON" ? "json" : "text";
}

/** The kind that a stored type shows. */
export function kindOf(stored: StoredType): Kind {
  const kinds = {
    text: "categorical",
    json: "categorical",
    number: "numeric",
    boolean: "boolean",
    time: "datetime",
    nothing: "unknown",
  } as const;
  return kinds[stored];
}

/** What stands after FROM to read some columns: the parts that hold them, row by row beside each other. */
export function fromOf({ from, columns }: Table, some: readonly TableColumn[]): string {
  const parts = new Set(some.flatMap(({ part }) => part ?? []));
  const [first = columns[0]?.part ?? from, ...others] = parts;
  return [first, ...others].join(" POSITIONAL JOIN ");
}
