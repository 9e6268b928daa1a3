import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Batch } from "../../src/dataset/dataset.js";
import { RowPiece } from "../../src/dataset/row-piece.js";

const NAMES = ["a", "b"];

/** Rows of two columns, null where missing. */
const rows = fc.array(fc.tuple(fc.option(fc.double()), fc.option(fc.integer())), { maxLength: 300 });

/** Cuts rows into chunks of these sizes, as DuckDB would give them. */
function chunksOf<T>(all: readonly T[], sizes: readonly number[]): T[][] {
  let start = 0;
  return sizes.map((size) => all.slice(start, (start += size)));
}

function vectorOf(values: readonly (number | null)[], isBare: boolean) {
  const validity = new Uint8Array(8 * Math.ceil(values.length / 64));
  for (const [row, value] of values.entries()) if (value !== null) validity[row >> 3]! |= 1 << (row & 7);
  const items = Float64Array.from(values, (value) => value ?? 7);
  return { values: items, validity: isBare && !values.includes(null) ? null : validity };
}

function rowsOf({ rows: count, columns }: Batch): (number | null)[][] {
  return Array.from({ length: count }, (_, row) =>
    NAMES.map((name) => {
      const { values, validity } = columns.get(name)!;
      return (validity![row >> 3]! >> (row & 7)) & 1 ? values[row]! : null;
    }),
  );
}

test("chunks of any length come out as they went in, in pieces whose buffers are used again", () => {
  fc.assert(
    fc.property(rows, fc.array(fc.nat(64), { maxLength: 20 }), fc.boolean(), (all, sizes, isBare) => {
      const chunks = chunksOf(all, sizes).filter((chunk) => chunk.length > 0);
      const read: (number | null)[][] = [];
      let piece = new RowPiece(2);
      const hand = (): void => {
        read.push(...rowsOf(new RowPiece(2, piece.buffer).batch(NAMES, piece.rows)));
        piece = new RowPiece(2, piece.buffer);
      };
      for (const chunk of chunks) {
        if (!piece.fits(chunk.length)) hand();
        piece.add(
          NAMES.map((_, column) =>
            vectorOf(
              chunk.map((row) => row[column]!),
              isBare,
            ),
          ),
          chunk.length,
        );
      }
      hand();
      expect(read).toEqual(chunks.flat());
    }),
  );
});

test("a piece is full before its buffer is, and fits chunks of DuckDB's size however many columns there are", () => {
  for (const columns of [1, 3, 8, 500]) {
    const piece = new RowPiece(columns);
    let chunks = 0;
    for (; piece.fits(2048); chunks++) piece.add([], 2048);
    expect(chunks).toBeGreaterThan(0);
    expect(piece.buffer.byteLength).toBe(columns * piece.rows * (8 + 1 / 8));
  }
});
