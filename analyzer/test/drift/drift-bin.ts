import type { DriftBin } from "../../src/artifact/index.js";

/** A frozen bin with its rows on both sides, for what asks neither where it lies nor what it contributes. */
export function driftBin(type: DriftBin["type"], reference: number, current: number): DriftBin {
  return { type, low: null, high: null, value: null, reference, current, contribution: 0 };
}
