import type { Verdict } from "@featurescope/analyzer/artifact";

/** Whether a figure is beyond its limit and beyond noise, so that it is worth a sign and a word. */
export function isBeyondLimit(verdict: Verdict | undefined): boolean {
  return verdict === "watch" || verdict === "shifted";
}
