import type { Verdict } from "../../artifact/index.js";
import type { ChartColors, ChartRows } from "../chart-types.js";
import { cutApart } from "../parts/cut-apart.js";
import { mergeRows } from "../parts/merge-rows.js";
import { boxRow, textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
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

/**
 * Part of the room that a long label is given: the page's font may be wider than Inter, as DejaVu Sans is, and a label that runs
 * into a share reads as one figure with it.
 */
const SPARE = 0.9;

/** The label of each line, cut in the middle where it is long, and a tag where the level is new or gone. */
export function levelLabels(frame: LevelFrame): ChartRows {
  const { layout, rows } = frame;
  const tags = rows.map((row) => tagOf(frame, row));
  const labels = cutApart(
    rows.map(({ label }, i) => {
      const taken = tags[i] ? tags[i].width + 8 : 0;
      return { label, room: (layout.narrow ? layout.current - SHARE : LABELS) * SPARE - taken };
    }),
    SIZE,
  );
  return mergeRows(...rows.map((row, i) => labelRows(frame, row, labels[i]!, tags[i] ?? null)));
}

/** What stands beside the label. */
interface Tag {
  text: string;
  width: number;
}

function tagOf({ words }: LevelFrame, { change }: DrawnLevel): Tag | null {
  if (change === null) return null;
  const text = words[change];
  return { text, width: textWidth(text, TAG_SIZE, 600) + 14 };
}

function labelRows(
  { layout, statistics }: LevelFrame,
  row: DrawnLevel,
  label: string,
  tag: Tag | null,
): ChartRows {
  const baseline = baselineOf(layout, row);
  const text = textRow(0, baseline, label, { size: SIZE, color: row.type === "level" ? "ink" : "muted" });
  if (tag === null) return { texts: [text] };
  const left = layout.narrow ? textWidth(label, SIZE) / SPARE + 8 : LABELS - tag.width;
  const box = { left, right: left + tag.width, top: baseline - 12, bottom: baseline + 4 };
  const color = INK[statistics.drift?.verdict ?? "stable"];
  const style = { align: "center", size: TAG_SIZE, color, weight: 600 } as const;
  return {
    texts: [text, textRow(left + tag.width / 2, baseline, tag.text, style)],
    boxes: [boxRow(box, "background", { stroke: color, corner: 4 })],
  };
}
