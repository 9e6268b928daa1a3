import { nothing, svg, type SVGTemplateResult } from "lit";
import { glyphMark } from "../../parts/glyph.js";
import type { TrendScene } from "../trend-scene.js";

/** Px that a word takes below the baseline. */
const WORD = 76;

/** A broken run leaves a gap in the lines: ✕ on the index's baseline, and why, where there is room for the word. */
export function brokenMarks({ runs, x, layout, own }: TrendScene): readonly SVGTemplateResult[] {
  const { isNarrow, right } = layout;
  const { bottom } = layout.index;
  let free = isNarrow ? Infinity : -Infinity;
  return runs
    .filter(({ state }) => state === "broken")
    .map(({ row, at }) => {
      const centre = x(at);
      const hasRoom = centre >= free;
      if (hasRoom) free = centre + WORD;
      const flips = centre + WORD / 2 > right;
      return svg`<circle class="halo" cx=${centre} cy=${bottom} r="6" />
        ${glyphMark("broken", centre, bottom, 9)}
        ${hasRoom ? svg`<text class="${flips ? "end" : "middle"} bad" x=${flips ? right : centre} y=${bottom + 16}>${own.broken[row.status]}</text>` : nothing}`;
    });
}
