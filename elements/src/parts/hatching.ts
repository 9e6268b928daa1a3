import { svg, type SVGTemplateResult } from "lit";

const GAP = 4;

/**
 * Diagonal lines that fill a box: noise. A path of its own, as a pattern would need an id in every shadow root. A box with
 * no room for two lines is filled.
 */
export function hatching(x: number, y: number, width: number, height: number): SVGTemplateResult {
  if (width < GAP) return svg`<path class="hatching solid" d="M${x} ${y}h${width}v${height}h${-width}z" />`;
  let lines = "";
  for (let foot = GAP / 2; foot < width + height; foot += GAP) {
    const left = Math.max(0, foot - height);
    const right = Math.min(foot, width);
    lines += `M${x + left} ${y + foot - left}L${x + right} ${y + foot - right}`;
  }
  return svg`<path class="hatching" d=${lines} />`;
}
