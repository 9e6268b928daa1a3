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
  const { data } = validity;
  return {
    values: items,
    validity: data === null ? null : new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
  };
}
