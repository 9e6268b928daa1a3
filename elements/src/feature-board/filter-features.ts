import type { FeatureRow } from "@featurescope/analyzer/artifact";
import { type State, stateOf } from "../parts/state.js";

/** Which features of a board are shown. */
export interface BoardFilter {
  /** Null for all. */
  state: State | null;
  /** Part of a name or title, in any case; empty for all. */
  text: string;
}

/** Shows every feature. */
export const NO_FILTER: BoardFilter = { state: null, text: "" };

/** The rows that a filter leaves, in their order. */
export function filterFeatures(
  rows: readonly FeatureRow[],
  { state, text }: BoardFilter,
): readonly FeatureRow[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (state === null && wanted === "") return rows;
  return rows.filter(
    (row) =>
      (state === null || stateOf(row) === state) &&
      [row.name, ...Object.values(row.title)].some((name) => name.toLocaleLowerCase().includes(wanted)),
  );
}
