import type { Verdict } from "@featurescope/analyzer/artifact";

export { type State, STATES, stateOf } from "@featurescope/analyzer/artifact";

/** Class of a figure that a verdict rests on: coloured only beyond a limit. */
export function toneOf(verdict: Verdict): "warn" | "bad" | "muted" {
  return verdict === "shifted" ? "bad" : verdict === "watch" ? "warn" : "muted";
}
