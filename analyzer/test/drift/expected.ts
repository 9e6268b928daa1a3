import { readFileSync } from "node:fs";

/** What SciPy says; made by `expected/make-expected.py`. */
export interface Expected {
  quantiles: { degreesOfFreedom: number; probability: number; quantile: number }[];
  survival: { degreesOfFreedom: number; x: number; survival: number }[];
  fromCounts: {
    reference: number[];
    current: number[];
    jensenShannon: number;
    hellinger: number;
    chiSquared: { statistic: number; degreesOfFreedom: number; pValue: number };
  }[];
  falseDiscovery: { pValues: number[]; adjusted: number[] }[];
  distances: ExpectedDistance[];
  /** With few rows on one side or both. */
  distancesOfFewRows: ExpectedDistance[];
}

interface ExpectedDistance {
  /** Of the draws. */
  name: string;
  seed: number;
  /** Rows of each side. */
  reference: number;
  current: number;
  kolmogorovSmirnov: number;
  wasserstein: number;
}

export const expected = JSON.parse(
  readFileSync(new URL("expected/expected.json", import.meta.url), "utf8"),
) as Expected;
