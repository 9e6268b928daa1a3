import { formatCount, formatShare } from "../../drift/index.js";
import type { Beyond, ChartDocuments, ChartRows, ChartView } from "../chart-types.js";
import { hatchLines } from "../parts/hatch-lines.js";
import { isNarrow } from "../parts/is-narrow.js";
import { boxRow, textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
import { valueLabel } from "../parts/value-label.js";
import { wordsOfView } from "../words/words-for.js";
import type { DrawnBin } from "./drawn-bin.js";
import type { NumericFrame } from "./numeric-frame.js";
import { CAPTION_LINE } from "./numeric-layout.js";
import { tailText } from "./tails.js";

/** What is written above a histogram. */
export interface Caption {
  /** What a bar is, and which rows are drawn. */
  text: string;
  /** What lies beyond the axis' ends, a line each; empty where nothing does. */
  tails: readonly string[];
  /** Lines that all need. */
  rows: number;
}

/** Room for the hatched sample after the tails, and between both texts. */
const SAMPLE = 36;
/** Side of the sample, and its distance from the text. */
const [SIDE, GAP] = [10, 5];
const SIZE = 11;

/** The caption of a histogram: its unit, the share of rows it draws, and the rows beyond its edges. */
export function histogramCaption(
  documents: ChartDocuments,
  { below, above }: Beyond<DrawnBin>,
  view: ChartView,
): Caption {
  const room = view.width - (isNarrow(view.width) ? 0 : 96);
  const texts = captionTexts(documents, view);
  const text = texts.find((each) => textWidth(each, SIZE) <= room) ?? texts.at(-1) ?? "";
  const tails = [below, above].filter((tail) => tail !== null);
  if (tails.length === 0) return { text, tails: [], rows: 1 };
  const each = tails.map((tail) => tailText(tail, documents, view));
  const all = each.join(" · ");
  if (textWidth(text, SIZE) + textWidth(all, SIZE) + SAMPLE <= room) return { text, tails: [all], rows: 1 };
  const lines = textWidth(all, SIZE) + SIDE + GAP <= view.width ? [all] : each;
  return { text, tails: lines, rows: 1 + lines.length };
}

/** What a bar is and which rows are drawn, from the fullest text to the shortest. */
function captionTexts({ statistics, distribution }: ChartDocuments, view: ChartView): string[] {
  const { language, mode } = view;
  const words = wordsOfView(view);
  const scaledTo = distribution.rows.reference === null ? null : formatCount(statistics.rows, language);
  const unit = mode === "share" ? words.sharePerBin : words.countPerBin(scaledTo);
  const axis = view.logY === true ? [words.logarithmic] : [];
  const side = statistics.rows > 0 ? "current" : "reference";
  const rows = distribution.rows[side] ?? 0;
  if (distribution.points.length === 0 || rows === 0) return [[unit, ...axis].join(" · "), unit];

  const values = distribution.points.map(({ value }) => value);
  const points = distribution.points.map((point) =>
    words.figure(
      valueLabel(point.value, statistics.kind, language, values),
      formatShare((point[side] ?? 0) / rows, language, 0),
    ),
  );
  const outside = (side === "current" ? statistics : statistics.reference)?.withoutPoints?.count ?? 0;
  const drawn = (some: readonly string[]): string =>
    words.drawn(formatShare(outside / rows, language, 0), some);
  const full = [unit, ...axis, drawn(points)];
  const short = [
    [...axis, drawn(points)],
    [...axis, drawn([])],
  ];
  return [...(isNarrow(view.width) ? [] : [full]), ...short].map((parts) => parts.join(" · "));
}

/** Writes the caption above the histogram, with a hatched sample after the tails: there no font's width can make both meet. */
export function captionRows({ caption, layout }: NumericFrame): ChartRows {
  const { text, tails, rows } = caption;
  const baseline = layout.caption + 10;
  const texts = [textRow(layout.narrow ? 0 : layout.left, baseline, text)];
  if (tails.length === 0) return { texts };
  const firstBaseline = baseline + (rows - tails.length) * CAPTION_LINE;
  const right = layout.width;
  const sample = { left: right - SIDE, right, top: firstBaseline - 9, bottom: firstBaseline + 1 };
  tails.forEach((tail, i) =>
    texts.push(textRow(right - SIDE - GAP, firstBaseline + i * CAPTION_LINE, tail, { align: "right" })),
  );
  return {
    texts,
    boxes: [boxRow(sample, "currentFill", { stroke: "current" })],
    strokes: hatchLines(sample, "current"),
  };
}
