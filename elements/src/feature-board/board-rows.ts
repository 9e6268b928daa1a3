import type { FeatureRow } from "@featurescope/analyzer/artifact";
import { guard } from "lit/directives/guard.js";
import type { Words } from "../words/words.js";
import type { BoardLayout } from "./board-layout.js";
import { boardRow } from "./board-row.js";

/**
 * The rows of a list, of which only those are drawn anew that changed: a step of the cursor changes two of thousands.
 * @param active the row that takes the keyboard's focus
 * @param selected key of the row that was chosen
 */
export function boardRows(
  rows: readonly FeatureRow[],
  { active, selected }: { active: FeatureRow | undefined; selected: string | null },
  layout: BoardLayout,
  words: Words,
): unknown[] {
  return rows.map((row, i) => {
    const place = { position: i + 1, selected: row.key === selected, focusable: row === active };
    return guard([row, layout, words, ...Object.values(place)], () => boardRow(row, place, layout, words));
  });
}
