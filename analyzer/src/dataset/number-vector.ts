import type { DuckDBDataChunk } from "@duckdb/node-api";
import type { NumberVector } from "./dataset.js";

/** What a vector of doubles holds. DuckDB's types keep it private; its public accessors cost ten times as much a value. */
interface DoubleVector {
  items: Float64Array;
  /** One bit a row, 1 where the row has a value; null where all have. */
  validity: { data: BigUint64Array | null };
}

/** A column of doubles of a chunk, without copying its values. */
export function numberVector(chunk: DuckDBDataChunk, index: number): NumberVector {
  const { items, validity } = chunk.getColumnVector(index) as unknown as DoubleVector;
  return { values: items, nulls: nullsOf(validity.data, items.length) };
}

function nullsOf(validity: BigUint64Array | null, rows: number): Uint8Array | null {
  if (validity === null) return null;
  const bits = new Uint8Array(validity.buffer, validity.byteOffset, validity.byteLength);
  const nulls = new Uint8Array(rows);
  let any = 0;
  for (let row = 0; row < rows; row++) {
    const isNull = ((bits[row >>> 3]! >>> (row & 7)) & 1) ^ 1;
    nulls[row] = isNull;
    any |= isNull;
  }
  return any === 0 ? null : nulls;
}
