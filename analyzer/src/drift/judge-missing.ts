import type { DriftBin, Limits, PartVerdict } from "../artifact/index.js";
import { judgeShare } from "./judge-share.js";
import { sum } from "./sum.js";

/** The verdict on the change of the missing share, current minus reference, judged by its size either way. */
export function judgeMissing(bins: readonly DriftBin[], limits: Limits): PartVerdict {
  const n = sum(bins.map((bin) => bin.reference));
  const m = sum(bins.map((bin) => bin.current));
  const missing = bins.filter((bin) => bin.type === "missing");
  const r = sum(missing.map((bin) => bin.reference));
  const c = sum(missing.map((bin) => bin.current));
  // One division: 0.9 − 0.4 % is half a point exactly.
  const difference = (c * n - r * m) / (n * m);
  return judgeShare({
    n,
    m,
    difference,
    size: Math.abs(difference),
    noiseShare: (r + c) / (n + m),
    watch: limits.missingWatch,
    shifted: limits.missingShifted,
  });
}
