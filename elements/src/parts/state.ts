import { isBroken, type Status, type Verdict } from "@featurescope/analyzer/artifact";

/** What a glyph and a badge can show: a verdict, or `broken` where the column itself could not be analysed. */
export type State = Verdict | "broken";

/** Every {@link State}, from alarming to calm: the order of the board's counts and filters. */
export const STATES: readonly State[] = ["broken", "shifted", "watch", "unknown", "stable"];

/** Class of a figure that a verdict rests on: coloured only beyond a limit. */
export function toneOf(verdict: Verdict): "warn" | "bad" | "muted" {
  return verdict === "shifted" ? "bad" : verdict === "watch" ? "warn" : "muted";
}

/** The state of a feature in a run. */
export function stateOf(feature: { status: Status; verdict: Verdict }): State {
  return isBroken(feature.status) ? "broken" : feature.verdict;
}
