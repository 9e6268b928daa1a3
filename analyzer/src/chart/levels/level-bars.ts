import { formatCount, formatPoints, formatShare } from "../../drift/index.js";
import type { ChartColors, ChartRow, ChartRows } from "../chart-types.js";
import { hatchLines } from "../parts/hatch-lines.js";
import { boxRow, textRow } from "../parts/text-row.js";
import { cutInMiddle, textWidth } from "../parts/text-width.js";
import { shareBar } from "../zones/share-bars.js";
import type { DrawnLevel, LevelFrame } from "./level-frame.js";

const SIZE = 13;
/** Below so many rows shares would promise more than they know. */
const FEW_ROWS = 50;
const TAG_SIZE = 11;

/** All rare levels, or missing rows, may have a bar so many times as long as the longest of a level; beyond, it is cut. */
const LONGEST = 2;

/** Share at the right end of the bars: a round one. */
export function mostShare(rows: readonly DrawnLevel[]): number {
  const levels = Math.max(0, ...rows.filter(({ type }) => type === "level").map(greater));
  const others = Math.max(0, ...rows.filter(({ type }) => type !== "level").map(greater));
  const most = Math.max(1e-6, levels === 0 ? others : Math.max(levels, Math.min(LONGEST * levels, others)));
  const power = 10 ** Math.floor(Math.log10(most));
  const factor = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((nice) => nice * power >= most * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function greater({ share, referenceShare }: DrawnLevel): number {
  return Math.max(share, referenceShare ?? 0);
}

/** Labels, tags, bars with the reference's tick, and shares of each line. */
export function levelBars(frame: LevelFrame): ChartRows {
  const { layout, view, rows } = frame;
  const { narrow, barLeft, barRight } = layout;
  const allRows = frame.distribution.rows;
  const most = mostShare(rows);
  const bars: ChartRow[] = [];
  const ticks: ChartRow[] = [];
  const strokes: ChartRow[] = [];
  const texts: ChartRow[] = [];
  const boxes: ChartRow[] = [];
  for (const row of rows) {
    const top = narrow ? row.top + 22 : row.middle - 6;
    const bottom = top + (narrow ? 9 : 12);
    const place = { left: barLeft, right: barRight, top, bottom, most, track: "soft" } as const;
    const bar = shareBar(place, row.share, row.referenceShare || null);
    bars.push(...bar.bars);
    ticks.push(...bar.ticks);
    if (row.type === "other")
      strokes.push(...hatchLines({ left: barLeft, right: bar.end, top, bottom }, "current"));
    strokes.push(...bar.strokes);

    const baseline = narrow ? row.top + 13 : row.middle + 4;
    const figure = (share: number, count: number, side: "current" | "reference"): string =>
      view.mode === "count" || (allRows[side] ?? 0) < FEW_ROWS
        ? formatCount(count, view.language)
        : formatShare(share, view.language);
    const right = (
      x: number,
      text: string,
      color: keyof ChartColors,
      weight: 400 | 600 = 400,
      size = SIZE,
    ): void => {
      texts.push(textRow(x, baseline, text, { align: "right", size, color, weight }));
    };
    right(layout.current, figure(row.share, row.current, "current"), "ink");
    if (row.referenceShare !== null) {
      const text = figure(row.referenceShare, row.reference ?? 0, "reference");
      right(layout.reference, narrow ? frame.words.bracketed(text) : text, "muted", 400, narrow ? 12 : SIZE);
    }
    if (narrow && row.difference !== null)
      right(
        layout.width,
        formatPoints(row.difference, view.language),
        "ink",
        Math.abs(row.difference) > row.noise ? 600 : 400,
      );
    const labelled = labelRows(frame, row, baseline);
    texts.push(...labelled.texts);
    boxes.push(...labelled.boxes);
  }
  return { bars, ticks, strokes, texts, boxes };
}

/** The label, cut in the middle where it is long, and a tag where the level is new or gone. */
function labelRows(
  { layout, words, statistics }: LevelFrame,
  row: DrawnLevel,
  baseline: number,
): { texts: ChartRow[]; boxes: ChartRow[] } {
  const tag = row.change === null ? null : words[row.change];
  const tagWidth = tag === null ? 0 : textWidth(tag, TAG_SIZE, 600) + 14;
  const room = (layout.narrow ? layout.current - 52 : 170) - (tag === null ? 0 : tagWidth + 8);
  const label = cutInMiddle(row.label, room, SIZE);
  const texts = [textRow(0, baseline, label, { size: SIZE, color: row.type === "level" ? "ink" : "muted" })];
  if (tag === null) return { texts, boxes: [] };
  const verdict = statistics.drift?.verdict ?? "stable";
  const ink = verdict === "shifted" ? "badInk" : verdict === "watch" ? "warnInk" : "muted";
  const left = layout.narrow ? textWidth(label, SIZE) + 8 : 170 - tagWidth;
  const top = baseline - 12;
  texts.push(
    textRow(left + tagWidth / 2, baseline, tag, { align: "center", size: TAG_SIZE, color: ink, weight: 600 }),
  );
  const box = { left, right: left + tagWidth, top, bottom: top + 16 };
  return { texts, boxes: [boxRow(box, "background", { stroke: ink, corner: 4 })] };
}
