import { formatCount, pointwiseBand, quoteLevel } from "../../drift/index.js";
import type { ChartDocuments, ChartView } from "../chart-types.js";
import type { ChartWords } from "../words/chart-words.js";
import { wordsOfView } from "../words/words-for.js";
import { indexSummary } from "../zones/index-summary.js";
import { hasTwoLines, heightOfLevels, levelHeight } from "./level-height.js";
import { levelLayout, type LevelLayout } from "./level-layout.js";
import { levelRows, type LevelRow } from "./level-rows.js";

/** A line with its shares, ready to be drawn. */
export interface DrawnLevel extends LevelRow {
  label: string;
  share: number;
  referenceShare: number | null;
  /** Current minus reference; null without a reference. */
  difference: number | null;
  /** Half width of the band in which noise keeps the difference. */
  noise: number;
  /** px of the chart zone. */
  top: number;
  middle: number;
}

/** What the parts of a chart of levels share. */
export interface LevelFrame extends ChartDocuments {
  view: ChartView;
  words: ChartWords;
  layout: LevelLayout;
  rows: DrawnLevel[];
}

/** Prepares what the parts of a chart of levels share. */
export function levelFrame(documents: ChartDocuments, view: ChartView): LevelFrame {
  const { statistics, distribution } = documents;
  const words = wordsOfView(view);
  const { current: currentRows, reference: referenceRows } = distribution.rows;
  const chosen = levelRows(documents, hasTwoLines(view.width), view.allLevels, view.isCard);
  const layout = levelLayout(chosen, {
    width: view.width,
    height:
      view.allLevels || view.isCard === true
        ? heightOfLevels(chosen, view.width)
        : levelHeight(statistics, view.width),
    compared: distribution.rows.reference !== null,
    hasIndex: indexSummary(statistics)?.withinNoise === false,
    hasNarrowHeads: words.deltaHasUnit,
  });
  const rows = chosen.map((row, i): DrawnLevel => {
    const share = currentRows > 0 ? row.current / currentRows : 0;
    const referenceShare =
      row.reference === null || referenceRows === null || referenceRows === 0
        ? null
        : row.reference / referenceRows;
    const top = layout.tops[i] ?? 0;
    return {
      ...row,
      label: labelOf(row, documents, words, view.language),
      share,
      referenceShare,
      difference: referenceShare === null || currentRows === 0 ? null : share - referenceShare,
      noise: pointwiseBand(row.reference ?? 0, row.current, referenceRows ?? 0, currentRows),
      top,
      middle: top + layout.row / 2,
    };
  });
  return { ...documents, view, words, layout, rows };
}

function labelOf(row: LevelRow, { statistics }: ChartDocuments, words: ChartWords, language: string): string {
  if (row.type === "missing") return words.missing;
  if (row.type === "other") return words.other(formatCount(Number(row.value), language));
  return (statistics.kind === "boolean" ? words.levels[row.value] : undefined) ?? quoteLevel(row.value);
}
