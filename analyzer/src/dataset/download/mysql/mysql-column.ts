import { type DuckDBValue, blobValue } from "@duckdb/node-api";
import type { FieldPacket } from "mysql2";

/** How values of a column of a result are kept. */
export interface MysqlColumn {
  name: string;
  /** DuckDB's type of the values as they arrive. */
  arrives: string;
  /** DuckDB's type as which they are kept. */
  kept: string;
  /** How those are made that do not arrive as what DuckDB takes. */
  convert?: (value: unknown) => DuckDBValue;
  /** Whether it was made for true and false, although it can hold other numbers. */
  isFlag?: boolean;
  /** Whether values that are no point in time, such as 0000-00-00, may be among them. */
  isTime?: boolean;
}

/** Types by their numbers in the protocol of MySQL; the client's own list is no part of its types. */
const TYPES = {
  DECIMAL: 0,
  TINY: 1,
  SHORT: 2,
  LONG: 3,
  FLOAT: 4,
  DOUBLE: 5,
  NULL: 6,
  TIMESTAMP: 7,
  LONGLONG: 8,
  INT24: 9,
  DATE: 10,
  DATETIME: 12,
  YEAR: 13,
  NEWDATE: 14,
  VARCHAR: 15,
  BIT: 16,
  NEWDECIMAL: 246,
  TINY_BLOB: 249,
  MEDIUM_BLOB: 250,
  LONG_BLOB: 251,
  BLOB: 252,
  VAR_STRING: 253,
  STRING: 254,
} as const;

const UNSIGNED = 32;
/** The charset of bytes that are no text. */
const BINARY = 63;
/** Digits of DuckDB's longest decimal. */
const MOST_DIGITS = 38;

const INTEGERS = new Map<number, string>([
  [TYPES.TINY, "TINYINT"],
  [TYPES.SHORT, "SMALLINT"],
  [TYPES.INT24, "INTEGER"],
  [TYPES.LONG, "INTEGER"],
  [TYPES.LONGLONG, "BIGINT"],
]);

const TIMES = new Map<number, string>([
  [TYPES.DATE, "DATE"],
  [TYPES.NEWDATE, "DATE"],
  [TYPES.DATETIME, "TIMESTAMP"],
  [TYPES.TIMESTAMP, "TIMESTAMP"],
]);

const TEXTS = new Set<number>([
  TYPES.VARCHAR,
  TYPES.VAR_STRING,
  TYPES.STRING,
  TYPES.TINY_BLOB,
  TYPES.MEDIUM_BLOB,
  TYPES.LONG_BLOB,
  TYPES.BLOB,
]);

/** How values of a column are kept: as the type that the same column has in Parquet. */
export function mysqlColumn(field: FieldPacket): MysqlColumn {
  const { name, decimals, columnType = TYPES.NULL, columnLength = 0, characterSet } = field;
  const isUnsigned = (Number(field.flags) & UNSIGNED) !== 0;
  const plain = (type: string): MysqlColumn => ({ name, arrives: type, kept: type });
  const integer = INTEGERS.get(columnType);
  if (integer !== undefined) {
    const column = plain(isUnsigned ? `U${integer}` : integer);
    if (columnType === TYPES.LONGLONG) return { ...column, convert: toBigInt };
    return columnType === TYPES.TINY && columnLength === 1 ? { ...column, isFlag: true } : column;
  }
  const time = TIMES.get(columnType);
  if (time !== undefined) return { name, arrives: "VARCHAR", kept: time, isTime: true };
  if (columnType === TYPES.YEAR) return plain("SMALLINT");
  if (columnType === TYPES.FLOAT) return plain("FLOAT");
  if (columnType === TYPES.DOUBLE) return plain("DOUBLE");
  if (columnType === TYPES.DECIMAL || columnType === TYPES.NEWDECIMAL) {
    const digits = columnLength - (decimals > 0 ? 1 : 0) - (isUnsigned ? 0 : 1);
    return {
      name,
      arrives: "VARCHAR",
      kept: digits > MOST_DIGITS ? "DOUBLE" : `DECIMAL(${digits}, ${decimals})`,
    };
  }
  if (columnType === TYPES.BIT) {
    return columnLength === 1
      ? { ...plain("BOOLEAN"), convert: (bits) => bitsOf(bits) === 1n }
      : { ...plain("UBIGINT"), convert: bitsOf };
  }
  if (characterSet === BINARY && TEXTS.has(columnType)) {
    return { ...plain("BLOB"), convert: (bytes) => blobValue(bytes as Uint8Array) };
  }
  // Shapes and vectors arrive as objects.
  return {
    ...plain("VARCHAR"),
    convert: (value) => (typeof value === "string" ? value : JSON.stringify(value)),
  };
}

/** Large whole numbers arrive as text, others as numbers. */
function toBigInt(value: unknown): bigint {
  return BigInt(value as string | number);
}

function bitsOf(bits: unknown): bigint {
  return BigInt(`0x${Buffer.from(bits as Uint8Array).toString("hex")}`);
}
