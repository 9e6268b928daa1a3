import { formatNumber, formatTime, formatValue, formatWindow, valueScale } from "../../drift/index.js";
import type { ChartDocuments, ChartView } from "../chart-types.js";
import { wordsOfView } from "../words/words-for.js";

/** A range in words: "40.0 to 43.3 thousand"; whole numbers of an integer column by the first and the last that the range holds. */
export function rangeLabel(
  { statistics }: ChartDocuments,
  view: ChartView,
  low: number,
  high: number,
): string {
  const { language } = view;
  const words = wordsOfView(view);
  if (statistics.kind === "datetime") {
    if (low === -Infinity) return words.below(formatTime(high, language));
    if (high === Infinity) return words.atLeast(formatTime(low, language));
    return formatWindow({ start: low, end: high }, language);
  }
  const whole = statistics.integer === true;
  const from = whole ? Math.ceil(low) : low;
  const to = whole ? Math.ceil(high) - 1 : high;
  const unit = statistics.unit === null ? "" : `\u00a0${statistics.unit}`;
  const resolution = Number.isFinite(to - from) && to > from ? to - from : Infinity;
  const scale = valueScale([from, to].filter(Number.isFinite), language, resolution);
  const say = (value: number, symbol: boolean): string =>
    whole && scale.divisor === 1
      ? formatNumber(value, language, 0)
      : formatValue(value, language, { scale, symbol, spoken: true, resolution });
  if (from === -Infinity) return words.below(say(high, true)) + unit;
  if (to === Infinity) return words.atLeast(say(from, true)) + unit;
  return from === to ? say(from, true) + unit : words.between(say(from, false), say(to, true)) + unit;
}
