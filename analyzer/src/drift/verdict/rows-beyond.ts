import type { Drift, DriftBin } from "../../artifact/index.js";

/**
 * Current rows that `judgeBeyond` takes: of the end that has more, or the infinite ones where they are more and the reference has
 * none. Of points in time the ends are those that move with it.
 */
export function rowsBeyond({
  belowReference,
  aboveReference,
  bins,
  times,
}: Pick<Drift, "belowReference" | "aboveReference" | "bins" | "times">): number {
  const [below, above] = times === null ? [belowReference, aboveReference] : [times.earlier, times.later];
  return Math.max(below ?? 0, above ?? 0, bins.find(isNewlyInfinite)?.current ?? 0);
}

/** Whether a bin is of infinite values that the reference has none of. */
export function isNewlyInfinite({ type, reference }: DriftBin): boolean {
  return type === "infinite" && reference === 0;
}
