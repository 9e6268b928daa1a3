import type { Drift, DriftBin } from "../artifact/index.js";

/** Current rows that `judgeBeyond` takes: of the end that has more, or the infinite ones where they are more and the reference has none. */
export function rowsBeyond({
  belowReference,
  aboveReference,
  bins,
}: Pick<Drift, "belowReference" | "aboveReference" | "bins">): number {
  return Math.max(belowReference ?? 0, aboveReference ?? 0, bins.find(isNewlyInfinite)?.current ?? 0);
}

/** Whether a bin is of infinite values that the reference has none of. */
export function isNewlyInfinite({ type, reference }: DriftBin): boolean {
  return type === "infinite" && reference === 0;
}
