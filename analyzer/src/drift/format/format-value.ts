import type { ValueScale } from "../words/drift-words.js";
import { wordsFor } from "../words/words-for.js";
import { formatNumber, type SignDisplay } from "./format-number.js";
import { decimalsOf, decimalsToTell, valueScale } from "./value-scale.js";

/** How a value is shown. */
export interface ValueFormat {
  /** Shared with other values; the value's own by default. */
  scale?: ValueScale;
  /** Fixed, for columns; by default as many as the magnitude needs, and fewer where the value is exact with fewer. */
  decimals?: number;
  /** Whether the scale's symbol follows; true by default, false where a header carries it. */
  symbol?: boolean;
  sign?: SignDisplay;
  /** The least difference from values beside it that must show, in the feature's units: it then has as many digits. */
  resolution?: number;
  /** "thousand" instead of "k". */
  spoken?: boolean;
}

/** A value scaled when shown: 160,000 → "160 k" or "16万". The unit is left to the caller, as it may stand in a header. */
export function formatValue(value: number, language: string, format: ValueFormat = {}): string {
  const { resolution = Infinity } = format;
  const scale = format.scale ?? valueScale([value], language, resolution);
  const suffix = format.symbol === false ? "" : scale[format.spoken ? "spoken" : "written"];
  const magnitude = Math.abs(value) / scale.divisor;
  if (magnitude >= 1e15 || (magnitude > 0 && magnitude < 1e-5))
    return exponential(value / scale.divisor, resolution / scale.divisor, format.sign) + suffix;
  const decimals = format.decimals ?? tellingDecimals(value, scale, resolution);
  return formatNumber(value / scale.divisor, language, decimals, format.sign) + suffix;
}

/**
 * From one value to another on one scale: "5.0 → 14.2 k", "0.50万 → 1.42万". Both get digits until the difference shows to a quarter of
 * itself (1.038 and 1.050 M are no "1.0 → 1.1 M"); two equal ones are said once. Where one is more than ten times the other, each has the
 * scale's symbol: "483 → 5.1 k" would read as if it had grown; where it would be less than a tenth on that scale, each has its
 * own: "12 k → 1.2 M".
 * @param unit follows after a no-break space; null for none
 */
export function formatChange(
  from: number,
  to: number,
  language: string,
  { unit = null, spoken = false }: { unit?: string | null; spoken?: boolean } = {},
): string {
  const difference = Math.abs(to - from) || Infinity;
  const scale = valueScale([from, to], language, difference);
  const least = Math.min(Math.abs(from), Math.abs(to));
  const hasOwnScales = least > 0 && scale.divisor > Math.max(1, 10 * least);
  const most = exactDecimals([from, to], scale);
  const decimals = (value: number, more: number): number =>
    Math.min(20, Math.min(most, decimalsOf(value, scale)) + more);
  const rounded = (value: number, more: number): number =>
    +(value / scale.divisor).toFixed(decimals(value, more));
  const misleads = (more: number): boolean =>
    Math.abs(rounded(to, more) - rounded(from, more) - (to - from) / scale.divisor) >
    difference / scale.divisor / 4;
  let more = 0;
  while (more < 15 && misleads(more)) more++;
  const say = (value: number): string =>
    formatValue(
      value,
      language,
      hasOwnScales
        ? { spoken }
        : { scale, symbol: false, decimals: decimals(value, more), resolution: difference / 4 },
    );
  const form = spoken ? "spoken" : "written";
  const suffix = hasOwnScales ? "" : scale[form];
  const apart = least > 0 && difference > 9 * least;
  const change =
    from === to ? say(from) + suffix : wordsFor(language)[form].change(say(from), say(to), suffix, apart);
  return unit ? `${change}\u00a0${unit}` : change;
}

/** Fewest decimals with which all values are exact, and no more than the one of least magnitude needs. */
function exactDecimals(values: readonly number[], scale: ValueScale): number {
  const most = Math.max(...values.map((value) => decimalsOf(value, scale)));
  for (let decimals = 0; decimals < most; decimals++) {
    const exact = values.every((value) => {
      const scaled = value / scale.divisor;
      return Math.abs(scaled - +scaled.toFixed(decimals)) <= 1e-9 * Math.abs(scaled);
    });
    if (exact) return decimals;
  }
  return most;
}

/** As many decimals as the magnitude needs, or as a difference does; fewer where the value is exact with fewer. */
function tellingDecimals(value: number, scale: ValueScale, resolution: number): number {
  const most = decimalsToTell(resolution, scale);
  const scaled = value / scale.divisor;
  const negligible = resolution / scale.divisor / 1000;
  let decimals = exactDecimals([value], scale);
  while (decimals < most && Math.abs(scaled - +scaled.toFixed(decimals)) > negligible) decimals++;
  return decimals;
}

/** 1.8e308; with more digits where a difference needs them. */
function exponential(value: number, resolution: number, sign: SignDisplay = "negative"): string {
  const needed = Math.floor(Math.log10(Math.abs(value))) - Math.floor(Math.log10(resolution));
  const digits = Math.min(16, Math.max(1, needed));
  const plus = sign === "exceptZero" && value > 0 ? "+" : "";
  return (
    plus +
    value
      .toExponential(digits)
      .replace(/(\.\d+?)0*e\+?/, "$1e")
      .replaceAll("-", "\u2212")
  );
}
