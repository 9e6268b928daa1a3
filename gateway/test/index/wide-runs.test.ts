import { join } from "node:path";
import { expect, test } from "vitest";
import { runInSmallHeap } from "../support/run-in-small-heap.js";

/** As objects the runs would take 500 MB. */
const HEAP_MB = 112;

test(`runs of ten thousand features are read and kept in a heap of ${HEAP_MB} MB`, () => {
  expect(runInSmallHeap(join(import.meta.dirname, "index-wide-runs.ts"), HEAP_MB)).toEqual({
    known: 12,
    kept: 12,
    isBounded: true,
    newest: "r11",
    last: 9999 / 7,
    file: 9999,
  });
});
