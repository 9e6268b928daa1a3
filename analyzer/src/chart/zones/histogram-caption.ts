import { formatCount, formatShare } from "../../drift/index.js";
import type { ChartDocuments, ChartRows, ChartView } from "../chart-types.js";
import { hatchLines } from "../parts/hatch-lines.js";
import { isNarrow } from "../parts/is-narrow.js";
import { boxRow, textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
import { valueLabel } from "../parts/value-label.js";
import { wordsOfView } from "../words/words-for.js";
import type { DrawnBin } from "./drawn-bin.js";
import type { NumericFrame } from "./numeric-frame.js";

/** What is written above a histogram. */
export interface Caption {
  /** What a bar is, and which rows are drawn. */
  text: string;
  /** What lies beyond the axis' ends; null where nothing does. */
  tails: string | null;
  /** Lines that both need. */
  rows: 1 | 2;
}

/** Room for the hatched sample before the tails, and between both texts. */
const SAMPLE = 36;

/** The caption of a histogram: its unit, the share of rows it draws, and the rows beyond its edges. */
export function histogramCaption(
  { statistics, distribution }: ChartDocuments,
  tails: readonly DrawnBin[],
  view: ChartView,
): Caption {
  const { language, mode } = view;
  const words = wordsOfView(view);
  const narrow = isNarrow(view.width);
  const label = (value: number): string => valueLabel(value, statistics.kind, language);
  const share = (value: number, decimals = 1): string => formatShare(value, language, decimals);

  const side = statistics.rows > 0 ? "current" : "reference";
  const rows = distribution.rows[side] ?? 0;
  const points = distribution.points.map((point) =>
    words.figure(label(point.value), share((point[side] ?? 0) / rows, 0)),
  );
  const outside = (side === "current" ? statistics : statistics.reference)?.withoutPoints?.count ?? 0;
  const parts = [
    mode === "share"
      ? words.sharePerBin
      : words.countPerBin(
          distribution.rows.reference === null ? null : formatCount(statistics.rows, language),
        ),
    ...(view.logY === true ? [words.logarithmic] : []),
  ];
  if (points.length > 0 && rows > 0) parts.push(words.drawn(share(outside / rows, 0), points));
  const text = narrow && parts.length > 1 ? parts.slice(1).join(" · ") : parts.join(" · ");

  const tailText = tails.map((tail) => {
    const { low, high, current, reference } = tail;
    const end = low === -Infinity ? words.below(label(high)) : words.above(label(low));
    return words.figure(
      end,
      reference === null ? share(current) : words.withReference(share(current), share(reference)),
    );
  });
  if (tailText.length === 0) return { text, tails: null, rows: 1 };
  const joined = tailText.join(" · ");
  const room = view.width - (narrow ? 0 : 96) - SAMPLE;
  return { text, tails: joined, rows: textWidth(text, 11) + textWidth(joined, 11) <= room ? 1 : 2 };
}

/** Writes the caption above the histogram, with a hatched sample before the tails. */
export function captionRows({ caption, layout }: NumericFrame): ChartRows {
  const { text, tails, rows } = caption;
  const baseline = layout.caption + 10;
  const texts = [textRow(layout.narrow ? 0 : layout.left, baseline, text)];
  if (tails === null) return { texts };
  const tailsBaseline = baseline + (rows - 1) * 16;
  const right = layout.width - textWidth(tails, 11) - 8;
  const sample = { left: right - 10, right, top: tailsBaseline - 9, bottom: tailsBaseline + 1 };
  texts.push(textRow(layout.width, tailsBaseline, tails, { align: "right" }));
  return {
    texts,
    boxes: [boxRow(sample, "currentFill", { stroke: "current" })],
    strokes: hatchLines(sample, "current"),
  };
}
