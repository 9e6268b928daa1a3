import type { DriftBin } from "../../artifact/index.js";
import { sum } from "./sum.js";

/** Rows in some bins: n of the reference, m current ones. */
export function rowsOfBins(bins: readonly DriftBin[]): { n: number; m: number } {
  return { n: sum(bins.map(({ reference }) => reference)), m: sum(bins.map(({ current }) => current)) };
}
