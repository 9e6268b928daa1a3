import { isBroken, type Status } from "./status.js";
import type { Verdict } from "./verdict.js";

/**
 * What people are shown of a feature: its verdict, or `broken` where the column itself could not be analysed, of which the
 * verdict says `unknown`.
 */
export type State = Verdict | "broken";

/** Every {@link State}, from alarming to calm. */
export const STATES: readonly State[] = ["broken", "shifted", "watch", "unknown", "stable"];

/** The state of a feature in a run. */
export function stateOf(feature: { status: Status; verdict: Verdict }): State {
  return isBroken(feature.status) ? "broken" : feature.verdict;
}
