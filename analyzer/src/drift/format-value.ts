import { formatNumber, type SignDisplay } from "./format-number.js";
import { decimalsOf, valueScale } from "./value-scale.js";
import type { ValueScale } from "./words/drift-words.js";
import { wordsFor } from "./words/words-for.js";

/** How a value is shown. */
export interface ValueFormat {
  /** Shared with other values; the value's own by default. */
  scale?: ValueScale;
  /** Fixed, for columns; by default as many as the magnitude needs, and fewer where the value is exact with fewer. */
  decimals?: number;
  /** Whether the scale's symbol follows; true by default, false where a header carries it. */
  symbol?: boolean;
  sign?: SignDisplay;
  /** "thousand" instead of "k". */
  spoken?: boolean;
}

/** A value scaled when shown: 160,000 → "160 k" or "16万". The unit is left to the caller, as it may stand in a header. */
export function formatValue(value: number, language: string, format: ValueFormat = {}): string {
  const scale = format.scale ?? valueScale([value], language);
  const suffix = format.symbol === false ? "" : format.spoken ? scale.spoken : scale.written;
  const magnitude = Math.abs(value) / scale.divisor;
  if (magnitude >= 1e15 || (magnitude > 0 && magnitude < 1e-5))
    return exponential(value / scale.divisor) + suffix;
  const decimals = format.decimals ?? exactDecimals([value], scale);
  return formatNumber(value / scale.divisor, language, decimals, format.sign) + suffix;
}

/**
 * From one value to another on one scale: "5.0 → 14.2 k", "0.50万 → 1.42万". Two values that differ get digits until it shows,
 * up to six; two equal ones are said once.
 * @param unit follows after a no-break space; null for none
 */
export function formatChange(
  from: number,
  to: number,
  language: string,
  { unit = null, spoken = false }: { unit?: string | null; spoken?: boolean } = {},
): string {
  const words = wordsFor(language);
  const scale = valueScale([from, to], language);
  const suffix = spoken ? scale.spoken : scale.written;
  const after = unit === null || unit === "" ? "" : `\u00a0${unit}`;
  const exact = exactDecimals([from, to], scale);
  const say = (value: number, extra: number): string =>
    formatValue(value, language, {
      scale,
      symbol: false,
      decimals: Math.min(20, Math.min(exact, decimalsOf(value, scale)) + extra),
    });
  if (from === to) return say(from, 0) + suffix + after;
  let extra = 0;
  while (extra < 6 && say(from, extra) === say(to, extra)) extra++;
  const notation = spoken ? words.spoken : words.written;
  return notation.change(say(from, extra), say(to, extra), suffix) + after;
}

/** Fewest decimals with which all values are exact, and no more than the one of least magnitude needs. */
function exactDecimals(values: readonly number[], scale: ValueScale): number {
  const most = Math.max(...values.map((value) => decimalsOf(value, scale)));
  for (let decimals = 0; decimals < most; decimals++) {
    const exact = values.every((value) => {
      const scaled = value / scale.divisor;
      return Math.abs(scaled - Number(scaled.toFixed(decimals))) <= 1e-9 * Math.abs(scaled);
    });
    if (exact) return decimals;
  }
  return most;
}

/** 1.8e308 */
function exponential(value: number): string {
  return value.toExponential(1).replace("e+", "e").replaceAll("-", "\u2212");
}
