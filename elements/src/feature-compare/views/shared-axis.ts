import type { HistogramScale } from "@featurescope/analyzer/artifact";
import { decimalsOfStep, linearTicks, logTicks, timeLabel, timeTicks } from "@featurescope/analyzer/chart";
import { formatValue, valueScale } from "@featurescope/analyzer/drift";
import type { RunSide, SideHistogram } from "../run-side.js";

/** A tick: its place on the axis and its figure. */
export interface AxisTick {
  /** 0 to 1. */
  at: number;
  label: string;
}

/** One value axis for several runs, whatever bins they have. */
export interface SharedAxis {
  /** Place of a value, 0 at the low end to 1 at the high end; clamped. */
  place(value: number): number;
  /** @param most how many at most */
  ticks(most: number, language: string): AxisTick[];
}

/**
 * The axis that holds the histograms of all sides: logarithmic only where all are. Sides of another kind of scale than the
 * first (times beside numbers) are left out.
 * @returns null where there is no histogram
 */
export function sharedAxis(sides: readonly RunSide[]): SharedAxis | null {
  const histograms = sides.flatMap(({ histogram }) => histogram ?? []);
  const isTime = histograms[0]?.scale === "time";
  const shown = histograms.filter(({ scale }) => (scale === "time") === isTime);
  if (shown.length === 0) return null;
  const scale = commonScale(shown);
  const low = Math.min(...shown.map(({ edges }) => edges[0]!));
  const high = Math.max(...shown.map(({ edges }) => edges.at(-1)!));
  const transform = scale === "log" ? Math.log : (value: number): number => value;
  const [from, to] = [transform(low), transform(high)];
  const place = (value: number): number =>
    value <= low ? 0 : value >= high ? 1 : (transform(value) - from) / (to - from);
  return {
    place,
    ticks: (most, language) =>
      labelled(low, high, scale, most, language).map(({ value, label }) => ({ at: place(value), label })),
  };
}

function commonScale(histograms: readonly SideHistogram[]): HistogramScale {
  const scale = histograms[0]!.scale;
  return histograms.every((histogram) => histogram.scale === scale) ? scale : "linear";
}

/** Values between two, with their figures: round ones, or decades on a logarithmic scale. @param most how many at most */
export function labelled(low: number, high: number, scale: HistogramScale, most: number, language: string) {
  if (scale === "time") {
    const { values, unit } = timeTicks(low, high, most);
    return values.map((value, i) => ({ value, label: timeLabel(value, unit, language, i === 0) }));
  }
  if (scale === "log") {
    const decades = logTicks(low, high).filter(({ major }) => major);
    const stride = Math.ceil(decades.length / most);
    return decades
      .filter((_, i) => i % stride === 0)
      .map(({ value }) => ({ value, label: formatValue(value, language).replace(".0e", "e") }));
  }
  const values = linearTicks(low, high, most);
  const shown = valueScale(values, language);
  const step = ((values[1] ?? 1) - (values[0] ?? 0)) / shown.divisor;
  const decimals = decimalsOfStep(step);
  return values.map((value, i) => ({
    value,
    label: formatValue(value, language, { scale: shown, decimals, symbol: i === values.length - 1 }),
  }));
}
