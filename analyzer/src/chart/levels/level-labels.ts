import type { Verdict } from "../../artifact/index.js";
import type { ChartColors, ChartRows } from "../chart-types.js";
import { mergeRows } from "../parts/merge-rows.js";
import { boxRow, textRow } from "../parts/text-row.js";
import { cutInMiddle, textWidth } from "../parts/text-width.js";
import type { DrawnLevel, LevelFrame } from "./level-frame.js";
import { baselineOf, SIZE } from "./level-layout.js";

/** Width of the column of labels. */
const LABELS = 170;
const TAG_SIZE = 11;
/** A narrow line keeps so much before the current share's right end. */
const SHARE = 52;

const INK: Record<Verdict, keyof ChartColors> = {
  stable: "muted",
  watch: "warnInk",
  shifted: "badInk",
  unknown: "muted",
};

/** The label of each line, cut in the middle where it is long, and a tag where the level is new or gone. */
export function levelLabels(frame: LevelFrame): ChartRows {
  return mergeRows(...frame.rows.map((row) => labelRows(frame, row)));
}

function labelRows({ layout, words, statistics }: LevelFrame, row: DrawnLevel): ChartRows {
  const { narrow } = layout;
  const baseline = baselineOf(layout, row);
  const tag = row.change === null ? null : words[row.change];
  const tagWidth = tag === null ? 0 : textWidth(tag, TAG_SIZE, 600) + 14;
  const room = (narrow ? layout.current - SHARE : LABELS) - (tag === null ? 0 : tagWidth + 8);
  const label = cutInMiddle(row.label, room, SIZE);
  const text = textRow(0, baseline, label, { size: SIZE, color: row.type === "level" ? "ink" : "muted" });
  if (tag === null) return { texts: [text] };
  const left = narrow ? textWidth(label, SIZE) + 8 : LABELS - tagWidth;
  const box = { left, right: left + tagWidth, top: baseline - 12, bottom: baseline + 4 };
  const color = INK[statistics.drift?.verdict ?? "stable"];
  const style = { align: "center", size: TAG_SIZE, color, weight: 600 } as const;
  return {
    texts: [text, textRow(left + tagWidth / 2, baseline, tag, style)],
    boxes: [boxRow(box, "background", { stroke: color, corner: 4 })],
  };
}
