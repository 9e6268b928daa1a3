import { html, nothing, svg, type TemplateResult } from "lit";
import type { TrendRun } from "./trend-run.js";
import type { TrendScene } from "./trend-scene.js";

/** What is marked over the lanes; each is null where there is none. */
export interface Marked {
  cursor: TrendRun | null;
  /** The run that was opened. */
  selected: TrendRun | null;
  /** First and last run of the stretch that the keyboard draws. */
  stretch: readonly [TrendRun, TrendRun] | null;
}

/** Cursor, selected run and selected stretch: a drawing of its own, as it changes often. */
export function trendMarks({ x, layout }: TrendScene, { cursor, selected, stretch }: Marked): TemplateResult {
  const { index, rows, width, height } = layout;
  const size = rows.bottom - index.top;
  const box = (look: string, start: number, end: number) =>
    svg`<rect class=${look} x=${x(start)} y=${index.top} width=${Math.max(1, x(end) - x(start))} height=${size} />`;
  return html`<svg
    class="marks"
    viewBox="0 0 ${width} ${height}"
    width=${width}
    height=${height}
    aria-hidden="true"
  >
    ${selected === null ? nothing : box("opened", selected.start, selected.end)}
    ${stretch === null ? nothing : box("stretch", stretch[0].start, stretch[1].end)}
    ${cursor === null ? nothing : svg`<path class="cursor" d="M${x(cursor.at)} ${index.top}V${rows.bottom}" />`}
  </svg>`;
}
