import { formatNumber, isAlarm } from "../../drift/index.js";
import type { ChartColors, ChartRow, ChartRows } from "../chart-types.js";
import { decimalsOfStep, niceStep } from "../parts/linear-ticks.js";
import { positionScale } from "../parts/position-scale.js";
import { boxRow, strokeRow, textRow } from "../parts/text-row.js";
import type { LevelFrame } from "./level-frame.js";

/** Below this length a hollow bar is only a smear. */
const LEAST_HOLLOW = 1;

/** The column of differences: bars over the band in which noise keeps each; those within it are hollow. */
export function levelDeltas({ layout, rows, words, view, statistics }: LevelFrame): ChartRows {
  if (layout.delta === null) return {};
  const { left, right } = layout.delta;
  const most = niceStep(
    Math.max(...rows.map(({ difference, noise }) => Math.max(Math.abs(difference ?? 0), noise)), 1e-4),
  );
  const x = positionScale("linear", [-most, most], [left, right]);
  const alarming = isAlarm(statistics.drift);
  const boxes: ChartRow[] = [];
  const strokes: ChartRow[] = [];
  for (const { difference, noise, middle, top } of rows) {
    boxes.push(boxRow({ left: x(-noise), right: x(noise), top: middle - 9, bottom: middle + 9 }, "band"));
    strokes.push(strokeRow([x(0), top], [x(0), top + layout.row], "limit"));
    if (difference === null) continue;
    const ink: keyof ChartColors = alarming && difference > 0 ? "up" : "down";
    const box = {
      left: Math.min(x(0), x(difference)),
      right: Math.max(x(0), x(difference)),
      top: middle - 5,
      bottom: middle + 5,
    };
    if (Math.abs(difference) > noise) boxes.push(boxRow(box, ink));
    else if (box.right - box.left > LEAST_HOLLOW) boxes.push(boxRow(box, "background", { stroke: ink }));
  }
  const end = formatNumber(most * 100, view.language, decimalsOfStep(most * 100), "exceptZero");
  const start = formatNumber(-most * 100, view.language, decimalsOfStep(most * 100), "exceptZero");
  const texts = [
    textRow(left, 10, start),
    textRow((left + right) / 2, 10, words.deltaPoints, { align: "center" }),
    textRow(right, 10, end, { align: "right" }),
  ];
  return { boxes, strokes, texts };
}
