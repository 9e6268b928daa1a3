import { formatValue, valueScale } from "../../drift/index.js";
import type { ChartRows } from "../chart-types.js";
import { axisRows, withUnit } from "../parts/axis-rows.js";
import { decimalsOfStep, linearTicks } from "../parts/linear-ticks.js";
import { logTicks } from "../parts/log-ticks.js";
import { timeLabel } from "../parts/time-label.js";
import { timeTicks } from "../parts/time-ticks.js";
import type { NumericFrame } from "./numeric-frame.js";

/** A tick of the x axis. */
interface ValueTick {
  value: number;
  /** Null for a tick without a label. */
  label: string | null;
}

/** The only x axis, below all zones: ticks with figures, the scale and the unit at the last. */
export function valueAxisInputs(frame: NumericFrame): ChartRows {
  const { layout, x, histogram, domain, scale } = frame;
  const ticks =
    histogram.scale === "time"
      ? timeAxis(frame)
      : scale === "log" && domain[1] / domain[0] >= 10
        ? logAxis(frame)
        : linearAxis(frame);
  return axisRows(
    ticks.map(({ value, label }) => ({ x: x(value), label })),
    { top: layout.axis, width: layout.width },
  );
}

function linearAxis({ layout, domain, view, statistics }: NumericFrame): ValueTick[] {
  const room = Math.max(2, Math.floor((layout.plotRight - layout.plotLeft) / (layout.narrow ? 64 : 72)));
  const values = linearTicks(domain[0], domain[1], room);
  const shown = statistics.integer === true ? values.filter(Number.isInteger) : values;
  const resolution = (shown[1] ?? 1) - (shown[0] ?? 0);
  const scale = valueScale(shown, view.language, resolution);
  const step = resolution / scale.divisor;
  const decimals = step > 0 ? decimalsOfStep(step) : 0;
  const last = shown.at(-1);
  return shown.map((value) => {
    const figure = withoutZeros(
      formatValue(value, view.language, {
        scale,
        decimals: value === 0 ? 0 : decimals,
        symbol: value === last,
        resolution,
      }),
    );
    return {
      value,
      label: value === last ? withUnit(figure, layout.narrow ? null : statistics.unit) : figure,
    };
  });
}

function logAxis({ layout, domain, view, statistics }: NumericFrame): ValueTick[] {
  const ticks = logTicks(domain[0], domain[1]);
  const decades = ticks.filter((tick) => tick.major).length;
  const labelled = ticks.filter((tick) => tick.major || decades < 2);
  const last = labelled.at(-1);
  return ticks.map((tick) => {
    if (!labelled.includes(tick)) return { value: tick.value, label: null };
    const figure = withoutZeros(formatValue(tick.value, view.language));
    return {
      value: tick.value,
      label: tick === last ? withUnit(figure, layout.narrow ? null : statistics.unit) : figure,
    };
  });
}

/** 2e−12 for 2.0e−12. */
function withoutZeros(figure: string): string {
  return figure.replace(".0e", "e");
}

function timeAxis({ layout, domain, view }: NumericFrame): ValueTick[] {
  const room = Math.max(2, Math.floor((layout.plotRight - layout.plotLeft) / 88));
  const { values, unit } = timeTicks(domain[0], domain[1], room);
  return values.map((value, i) => ({ value, label: timeLabel(value, unit, view.language, i === 0) }));
}
