import * as fc from "fast-check";
import { expect, test } from "vitest";
import { pageOf } from "../../src/http/page-of.js";

test("pages put together are the whole list, whatever their size", () => {
  const rows = fc.uniqueArray(fc.string(), { maxLength: 30 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 12 }), (rows, limit) => {
      const read: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { rows: string[]; nextCursor: string | null } = pageOf(rows, (row) => row, cursor, limit);
        expect(page.rows.length).toBeLessThanOrEqual(limit);
        read.push(...page.rows);
        cursor = page.nextCursor;
      } while (cursor !== null);
      expect(read).toEqual(rows);
    }),
  );
});

test("rows that come between two pages neither shift nor repeat the second", () => {
  const first = pageOf(["c", "d", "e"], (row) => row, null, 2);

  expect(pageOf(["a", "b", "c", "d", "e"], (row) => row, first.nextCursor, 2).rows).toEqual(["e"]);
});
