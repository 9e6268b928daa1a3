import type { Quantiles } from "../artifact/index.js";

/** The quantiles of the statistics, by name. */
export const QUANTILE_LEVELS = {
  p1: 0.01,
  p5: 0.05,
  p10: 0.1,
  p25: 0.25,
  p50: 0.5,
  p75: 0.75,
  p90: 0.9,
  p95: 0.95,
  p99: 0.99,
} as const satisfies Record<keyof Quantiles, number>;

/** Those of the values that are no points. */
export const REST_LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
