import type { Verdict } from "../../artifact/index.js";
import { formatCount, formatPoints, formatShare } from "../../drift/index.js";
import type { ChartColors, ChartDocuments, ChartRow, ChartRows, ChartView } from "../chart-types.js";
import { columnNames } from "../parts/column-names.js";
import { isNarrow } from "../parts/is-narrow.js";
import { mergeRows } from "../parts/merge-rows.js";
import { textRow } from "../parts/text-row.js";
import { cutInMiddle, textWidth } from "../parts/text-width.js";
import { valueLabel } from "../parts/value-label.js";
import type { ChartWords } from "../words/chart-words.js";
import { wordsOfView } from "../words/words-for.js";
import { RAIL_HEAD, RAIL_ROW } from "./numeric-zones.js";
import type { RailRow } from "./rail-rows.js";
import { shareBar } from "./share-bars.js";

const SIZE = 12;
const NOTE_SIZE = 10;

/** A changed missing share is alarming beyond its limits only. */
const INK: Record<Verdict, keyof ChartColors> = {
  stable: "ink",
  watch: "warnInk",
  shifted: "badInk",
  unknown: "ink",
};

/** How much a line of the rail says: with the reference, without one, or counts alone where rows are few. */
export type RailDetail = "compared" | "alone" | "counts";

/** Where the columns of the rail are, in px of the chart zone; figures are set to the right. */
function columns(width: number, detail: RailDetail) {
  const narrow = isNarrow(width);
  if (detail !== "compared")
    return { left: narrow ? 54 : 96, right: width - 58, current: width, reference: width, delta: width };
  const reference = width - (narrow ? 62 : 76);
  const current = reference - (narrow ? 56 : 68);
  return { left: narrow ? 54 : 96, right: current - (narrow ? 50 : 58), current, reference, delta: width };
}

/** The rail: a line each for missing and infinite rows and for points, on a common scale of 0 to 100 %. */
export function railInputs(
  documents: ChartDocuments,
  rail: readonly RailRow[],
  view: ChartView,
  detail: RailDetail = documents.distribution.rows.reference === null ? "alone" : "compared",
): ChartRows {
  if (rail.length === 0) return {};
  const lines = rail.map((row, i) => lineRows(documents, row, RAIL_HEAD + i * RAIL_ROW, view, detail));
  return mergeRows(headRows(view, detail), ...lines);
}

function headRows(view: ChartView, detail: RailDetail): ChartRows {
  const words = wordsOfView(view);
  const narrow = isNarrow(view.width);
  const at = columns(view.width, detail);
  const name = { align: "right", weight: 600 } as const;
  const names = columnNames(view);
  const texts = [textRow(at.current, 10, names.current, { ...name, color: "current" })];
  const scale = narrow ? words.shareOfAllRowsNarrow : words.shareOfAllRows;
  if (at.left + textWidth(scale, 11) + 4 < at.current - textWidth(names.current, 11, 600))
    texts.unshift(textRow(at.left, 10, scale));
  if (detail !== "compared") return { texts };
  texts.push(
    textRow(at.reference, 10, names.reference, { ...name, color: "reference" }),
    textRow(at.delta, 10, narrow ? words.deltaNarrow : words.delta, { align: "right" }),
  );
  return { texts };
}

function lineRows(
  documents: ChartDocuments,
  row: RailRow,
  top: number,
  view: ChartView,
  detail: RailDetail,
): ChartRows {
  const { statistics } = documents;
  const { rows } = documents.distribution;
  const { language, mode } = view;
  const words = wordsOfView(view);
  const { left, right, current, reference, delta } = columns(view.width, detail);
  const share = rows.current > 0 ? row.current / rows.current : 0;
  const referenceShare = row.reference === null || !rows.reference ? null : row.reference / rows.reference;
  const place = { left, right, top: top + 5, bottom: top + 15, most: 1, track: "faint" } as const;
  const { bars, ticks } = shareBar(place, share, referenceShare);

  const figure = (value: number, count: number): string =>
    mode === "count" || detail === "counts" ? formatCount(count, language) : formatShare(value, language);
  const figureRow = (x: number, text: string, color: keyof ChartColors): ChartRow =>
    textRow(x, top + 14, text, {
      align: "right",
      size: SIZE,
      color,
      weight: color === "warnInk" || color === "badInk" ? 600 : 400,
    });
  const name = railLabel(row, documents, words, language);
  const label = row.value === null ? cutInMiddle(name, left - 6, SIZE) : cutInMiddle(name, left - 6, SIZE, 0);
  const texts = [
    textRow(0, top + 14, label, { size: SIZE, color: "ink" }),
    figureRow(current, figure(share, row.current), "ink"),
  ];
  if (referenceShare !== null && detail === "compared") {
    texts.push(figureRow(reference, figure(referenceShare, row.reference ?? 0), "muted"));
    const ink = row.type === "missing" ? INK[statistics.drift?.verdicts.missing.verdict ?? "stable"] : "ink";
    const points = formatPoints(share - referenceShare, language, { symbol: !words.deltaHasUnit });
    if (rows.current > 0) texts.push(figureRow(delta, points, ink));
  }
  const note = words.ofWhichNaN(formatShare(statistics.nan / Math.max(1, rows.current), language));
  const free = (1 - Math.max(share, referenceShare ?? 0)) * (right - left) - 16;
  if (row.type === "missing" && statistics.nan > 0 && textWidth(note, NOTE_SIZE) < free)
    texts.push(textRow(right - 4, top + 13.5, note, { align: "right", size: NOTE_SIZE }));
  return { bars, ticks, texts };
}

/** What a line of the rail is called. */
export function railLabel(
  row: RailRow,
  { statistics, distribution }: ChartDocuments,
  words: ChartWords,
  language: string,
): string {
  const points = distribution.points.map(({ value }) => value);
  if (row.value !== null) return valueLabel(row.value, statistics.kind, language, points);
  return row.type === "missing" ? words.missing : words.infinite;
}
