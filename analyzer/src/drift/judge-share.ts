import type { PartVerdict } from "../artifact/index.js";
import { judgeDifference } from "./judge-difference.js";
import { shareNoise } from "./share-noise.js";

/** z of 99.9 %: with hundreds of features a day, chance may speak up once in a thousand. */
const Z = 3.29;

/** A difference of shares with the limits that apply to it. */
export interface ShareDifference {
  /** Rows of the reference. */
  n: number;
  /** Current rows. */
  m: number;
  /** Current minus reference, −1 to 1. */
  difference: number;
  /** What is held against the limits. */
  size: number;
  /** The share whose standard error is the noise. */
  noiseShare: number;
  /** Variance of the difference beside that of the two shares; 0 by default. */
  furtherVariance?: number;
  watch: number;
  shifted: number;
}

/** The verdict on a difference of shares: from its limits, if beyond 3.29 standard errors; unknown where a side has no rows. */
export function judgeShare(of: ShareDifference): PartVerdict {
  if (of.n === 0 || of.m === 0) {
    return { verdict: "unknown", reason: "too-few-rows", value: null, noise: null };
  }
  const noise = Math.hypot(shareNoise(of.noiseShare, of.n, of.m, Z), Z * Math.sqrt(of.furtherVariance ?? 0));
  return judgeDifference({ ...of, noise });
}
