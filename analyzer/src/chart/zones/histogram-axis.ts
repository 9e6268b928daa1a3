import { formatCount, formatShare } from "../../drift/index.js";
import type { ChartRows } from "../chart-types.js";
import { decimalsOfStep, linearTicks } from "../parts/linear-ticks.js";
import { logTicks } from "../parts/log-ticks.js";
import { strokeRow, textRow } from "../parts/text-row.js";
import type { NumericFrame } from "./numeric-frame.js";

/**
 * Lines and figures of the share axis. In counts the axis says how many current rows a share is; the bars stay where they are.
 * @param range lowest and highest share of the axis
 * @param y from a share to px
 */
export function shareAxisRows(
  { layout, view, statistics }: NumericFrame,
  range: readonly [number, number],
  y: (share: number) => number,
): ChartRows {
  const { language, mode, logY } = view;
  const rows = mode === "count" ? Math.max(1, statistics.rows || (statistics.reference?.rows ?? 1)) : 1;
  const [low, high] = [range[0] * rows, range[1] * rows];
  const room = Math.max(2, Math.floor((layout.histogram.bottom - layout.histogram.top) / 42));
  const values =
    logY === true
      ? majorOrAll(low, high)
      : linearTicks(0, high * 0.97, room + 1, 3).filter((value) => value > 0);
  const step = values.length > 1 ? (values[1] ?? 0) - (values[0] ?? 0) : (values[0] ?? 1);
  const say = (value: number): string => {
    if (mode === "count") return formatCount(value, language);
    const smallest = logY === true ? value : step;
    return formatShare(value, language, decimalsOfStep(smallest * 100));
  };
  const whole = mode === "count" ? values.filter((value) => value >= 1 && Number.isInteger(value)) : values;
  return {
    grid: whole.map((value) =>
      strokeRow([layout.left, y(value / rows)], [layout.width, y(value / rows)], "faint"),
    ),
    texts: whole.map((value) =>
      textRow(layout.left - 8, y(value / rows) + 4, say(value), { align: "right" }),
    ),
  };
}

function majorOrAll(low: number, high: number): number[] {
  const ticks = logTicks(low, high);
  const major = ticks.filter((tick) => tick.major);
  return (major.length >= 2 ? major : ticks).map((tick) => tick.value);
}
