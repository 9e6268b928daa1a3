import type { DriftBin, StatisticsDocument } from "../../artifact/index.js";
import { formatBound, formatIndex, formatShare } from "../../drift/index.js";
import type { ChartColors, ChartRow, ChartRows, ChartView } from "../chart-types.js";
import { boxRow, textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
import { valueLabel } from "../parts/value-label.js";
import { wordsOfView } from "../words/words-for.js";
import { indexSummary } from "./index-summary.js";
import type { NumericFrame } from "./numeric-frame.js";

/** From this share of the index on, a bin is marked and its share written. */
const LARGE_SHARE = 0.1;
/** Below this share a chip says nothing. */
const LEAST_CHIP = 0.005;

/** The caption of the index lane, also that of the chips under a rail. */
export function indexCaption(statistics: StatisticsDocument, view: ChartView, narrow: boolean): string {
  const words = wordsOfView(view);
  const summary = indexSummary(statistics);
  if (summary === null || statistics.drift === null) return "";
  const index = formatIndex(summary.index, view.language, statistics.drift.limits);
  const { noiseBound } = statistics.drift;
  if (summary.withinNoise) {
    const bound = noiseBound === null ? null : formatBound(noiseBound, view.language);
    const full = words.indexWithinNoise(index, bound);
    return textWidth(full, 11) < view.width - 48 ? full : words.indexWithinNoise(index, null);
  }
  return narrow ? words.indexCaptionNarrow : words.indexCaption(index);
}

/** Frozen bins at their edges, with their shares of the index, and chips for those that no axis shows. */
export function indexLaneInputs(frame: NumericFrame): ChartRows {
  const { layout, statistics, view, words, domain, x } = frame;
  const summary = indexSummary(statistics);
  if (layout.lane === null || summary === null || statistics.drift === null) return {};
  const { top, bottom } = layout.lane;
  const referenceRows = statistics.reference?.rows ?? 0;
  const caption = indexCaption(statistics, view, layout.narrow);
  const texts = [textRow(layout.left, layout.laneCaption + 11, caption)];
  if (!layout.narrow) texts.push(textRow(0, top + 11, words.index));
  const boxes: ChartRow[] = [];
  for (const bin of statistics.drift.bins.filter(({ type }) => type === "interval")) {
    const low = bin.low ?? -Infinity;
    const high = bin.high ?? Infinity;
    if (low >= domain[1] || high <= domain[0]) continue;
    const left = low <= domain[0] ? layout.left : x(low);
    const right = high >= domain[1] ? layout.width : x(high);
    const share = summary.withinNoise || summary.index === 0 ? 0 : bin.contribution / summary.index;
    const isMore = bin.current * referenceRows > bin.reference * statistics.rows;
    const box = { left: left + 0.75, right: right - 0.75, top: top + 0.5, bottom: bottom - 0.5 };
    boxes.push(laneBox(box, share, summary.alarming && isMore ? "up" : "down"));
    const text = formatShare(share, view.language, 0);
    if (share >= LARGE_SHARE && right - left > textWidth(text, 11, 500) + 4)
      texts.push(
        textRow((left + right) / 2, top + 11.5, text, { align: "center", color: "ink", weight: 500 }),
      );
  }
  const from = layout.left + textWidth(caption, 11) + 12;
  const chips = chipRows(statistics, view, { from, to: layout.width, top: layout.laneCaption - 1 });
  return { boxes: [...boxes, ...(chips["boxes"] ?? [])], texts: [...texts, ...(chips["texts"] ?? [])] };
}

function laneBox(
  box: { left: number; right: number; top: number; bottom: number },
  share: number,
  ink: keyof ChartColors,
): ChartRow {
  if (share < LARGE_SHARE) return boxRow(box, "faint", { stroke: "line", corner: 2 });
  return boxRow(box, ink, { opacity: 0.16, stroke: ink, corner: 2 });
}

/** Chips with the shares of the index of missing rows, infinities and points, set to the right; the least is left out first. */
export function chipRows(
  statistics: StatisticsDocument,
  view: ChartView,
  { from, to, top }: { from: number; to: number; top: number },
): ChartRows {
  const words = wordsOfView(view);
  const summary = indexSummary(statistics);
  if (summary === null || summary.withinNoise || statistics.drift === null) return {};
  const points = statistics.drift.bins.flatMap(({ type, value }) => (type === "point" ? Number(value) : []));
  const label = (bin: DriftBin): string =>
    bin.type === "missing"
      ? words.missing
      : bin.type === "infinite"
        ? words.infinite
        : valueLabel(Number(bin.value), statistics.kind, view.language, points);
  const chips = statistics.drift.bins
    .filter(({ type }) => type !== "interval")
    .map((bin) => ({ bin, share: bin.contribution / summary.index }))
    .filter(({ share }) => share >= LEAST_CHIP)
    .toSorted((a, b) => b.share - a.share)
    .map(({ bin, share }) => words.figure(label(bin), formatShare(share, view.language, 0)));
  const rows: { boxes: ChartRow[]; texts: ChartRow[] } = { boxes: [], texts: [] };
  let right = to;
  for (const text of chips) {
    const left = right - textWidth(text, 11) - 12;
    if (left < from) break;
    rows.boxes.push(boxRow({ left, right, top, bottom: top + 16 }, "soft", { stroke: "line", corner: 4 }));
    rows.texts.push(textRow((left + right) / 2, top + 12, text, { align: "center" }));
    right = left - 6;
  }
  return rows;
}
