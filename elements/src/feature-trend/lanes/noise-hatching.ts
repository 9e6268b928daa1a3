import { svg, type SVGTemplateResult } from "lit";

const GAP = 6;

/** A box that stands on the baseline, in px. */
export interface HatchedBox {
  left: number;
  right: number;
  top: number;
}

/**
 * Diagonal lines that fill boxes above a baseline: noise, a box a run. All boxes share one set of lines, so that
 * neighbours look like one area; boxes of one height that touch are filled together.
 */
export function noiseHatching(boxes: readonly HatchedBox[], baseline: number): SVGTemplateResult {
  const joined: HatchedBox[] = [];
  for (const box of boxes) {
    const last = joined.at(-1);
    const touches = last !== undefined && last.top === box.top && Math.abs(last.right - box.left) < 0.5;
    if (touches) last.right = box.right;
    else joined.push({ ...box });
  }
  return svg`<path class="hatching noise" d=${joined.map((box) => lines(box, baseline)).join("")} />`;
}

/** Lines on which x + y is a multiple of the gap, clipped to the box. */
function lines({ left, right, top }: HatchedBox, bottom: number): string {
  let path = "";
  for (let sum = Math.ceil((left + top) / GAP) * GAP; sum < right + bottom; sum += GAP) {
    const from = Math.max(left, sum - bottom);
    const to = Math.min(right, sum - top);
    if (to > from) path += `M${short(from)} ${short(sum - from)}L${short(to)} ${short(sum - to)}`;
  }
  return path;
}

function short(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
