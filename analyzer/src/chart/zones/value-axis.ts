import { formatValue, valueScale } from "../../drift/index.js";
import type { ChartRow, ChartRows } from "../chart-types.js";
import { decimalsOfStep, linearTicks } from "../parts/linear-ticks.js";
import { logTicks } from "../parts/log-ticks.js";
import { strokeRow, textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
import { timeTicks } from "../parts/time-ticks.js";
import { timeLabel } from "../parts/time-label.js";
import type { NumericFrame } from "./numeric-frame.js";

/** A tick of the x axis. */
interface ValueTick {
  value: number;
  /** Null for a tick without a label. */
  label: string | null;
}

const TEXT_GAP = 8;

/** The only x axis, below all zones: ticks with figures, the scale and the unit at the last. */
export function valueAxisInputs(frame: NumericFrame): ChartRows {
  const { layout, x, histogram, domain, scale } = frame;
  const ticks =
    histogram.scale === "time"
      ? timeAxis(frame)
      : scale === "log" && domain[1] / domain[0] >= 10
        ? logAxis(frame)
        : linearAxis(frame);
  const strokes = ticks.map(({ value, label }) =>
    strokeRow([x(value), layout.axis], [x(value), layout.axis + (label === null ? 3 : 5)], "limit"),
  );
  return { strokes, texts: labelRows(frame, ticks) };
}

/** Labels at their ticks, kept within the zone; one that would touch its neighbour is left out, the last one is kept. */
function labelRows({ layout, x }: NumericFrame, ticks: readonly ValueTick[]): ChartRow[] {
  const rows: ChartRow[] = [];
  let free = Infinity;
  for (const { value, label } of ticks.toReversed()) {
    if (label === null) continue;
    const width = textWidth(label, 11);
    const center = Math.min(layout.width - width / 2, Math.max(width / 2, x(value)));
    if (center + width / 2 > free) continue;
    rows.unshift(textRow(center, layout.axis + 17, label, { align: "center" }));
    free = center - width / 2 - TEXT_GAP;
  }
  return rows;
}

function linearAxis({ layout, domain, view, statistics }: NumericFrame): ValueTick[] {
  const room = Math.max(2, Math.floor((layout.plotRight - layout.plotLeft) / (layout.narrow ? 64 : 72)));
  const values = linearTicks(domain[0], domain[1], room);
  const shown = statistics.integer === true ? values.filter(Number.isInteger) : values;
  const scale = valueScale(shown, view.language);
  const step = ((shown[1] ?? 1) - (shown[0] ?? 0)) / scale.divisor;
  const decimals = step > 0 ? decimalsOfStep(step) : 0;
  const last = shown.at(-1);
  return shown.map((value) => {
    // Years are no thousands.
    const figure = formatValue(value, view.language, { scale, decimals, symbol: value === last }).replace(
      /^(\D?\d),(\d{3})$/,
      "$1$2",
    );
    return { value, label: value === last ? withUnit(figure, statistics.unit, layout.narrow) : figure };
  });
}

function logAxis({ layout, domain, view, statistics }: NumericFrame): ValueTick[] {
  const ticks = logTicks(domain[0], domain[1]);
  const decades = ticks.filter((tick) => tick.major).length;
  const labelled = ticks.filter((tick) => tick.major || decades < 2);
  const last = labelled.at(-1);
  return ticks.map((tick) => {
    if (!labelled.includes(tick)) return { value: tick.value, label: null };
    const figure = formatValue(tick.value, view.language).replace(".0e", "e");
    return {
      value: tick.value,
      label: tick === last ? withUnit(figure, statistics.unit, layout.narrow) : figure,
    };
  });
}

function timeAxis({ layout, domain, words }: NumericFrame): ValueTick[] {
  const room = Math.max(2, Math.floor((layout.plotRight - layout.plotLeft) / 88));
  const { values, unit } = timeTicks(domain[0], domain[1], room);
  return values.map((value, i) => ({ value, label: timeLabel(value, unit, words.locale, i === 0) }));
}

function withUnit(figure: string, unit: string | null, narrow: boolean): string {
  if (unit === null || narrow) return figure;
  return /[\u2e80-\uffff]$/.test(figure) || /^[\u2e80-\uffff%]/.test(unit)
    ? figure + unit
    : `${figure}\u00a0${unit}`;
}
