import { join } from "node:path";
import { expect, test } from "vitest";
import { runInSmallHeap } from "../support/run-in-small-heap.js";

/** With all of them in memory the figures alone would take four gigabytes. */
const HEAP_MB = 192;

test(`a hundred thousand runs of ten pipelines with twenty features are known in a heap of ${HEAP_MB} MB`, () => {
  expect(runInSmallHeap(join(import.meta.dirname, "index-many-runs.ts"), HEAP_MB)).toEqual({
    runs: 100_000,
    newest: Array.from({ length: 10 }, (_, i) => `r${99_990 + i}`),
  });
});
