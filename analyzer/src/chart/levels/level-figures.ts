import { formatCount, formatPoints, formatShare } from "../../drift/index.js";
import { FEW_ROWS } from "../chart-form.js";
import type { ChartRow, ChartRows } from "../chart-types.js";
import { textRow } from "../parts/text-row.js";
import type { LevelFrame } from "./level-frame.js";
import { baselineOf, SIZE } from "./level-layout.js";

/** Shares or counts of each line; where it is narrow also the difference, bold beyond noise. */
export function levelFigures({ layout, view, words, rows, distribution }: LevelFrame): ChartRows {
  const { language, mode } = view;
  const { narrow, head, current, reference, width } = layout;
  const figure = (share: number, count: number, all: number | null): string =>
    mode === "count" || (all ?? 0) < FEW_ROWS ? formatCount(count, language) : formatShare(share, language);
  const texts: ChartRow[] = [];
  for (const row of rows) {
    const y = baselineOf(layout, row);
    const share = figure(row.share, row.current, distribution.rows.current);
    texts.push(textRow(current, y, share, { align: "right", size: SIZE, color: "ink" }));
    if (row.referenceShare === null) continue;
    if (reference !== null) {
      const before = figure(row.referenceShare, row.reference ?? 0, distribution.rows.reference);
      const text = head === 0 ? words.bracketed(before) : before;
      texts.push(textRow(reference, y, text, { align: "right", size: narrow ? SIZE - 1 : SIZE }));
    }
    if (!narrow || row.difference === null) continue;
    const points = formatPoints(row.difference, language, { symbol: !words.deltaHasUnit });
    const weight = Math.abs(row.difference) > row.noise ? 600 : 400;
    texts.push(textRow(width, y, points, { align: "right", size: SIZE, color: "ink", weight }));
  }
  return { texts };
}
