import type { ValueScale } from "../words/drift-words.js";
import { wordsFor } from "../words/words-for.js";

const PLAIN: ValueScale = { divisor: 1, written: "", spoken: "", decimals: 1 };

/** Beyond these magnitudes a number is written with an exponent. */
const GREATEST = 1e15;

/**
 * The scale on which these values are shown together: on both sides of an arrow, in a column, along an axis. It is that of the
 * greatest magnitude. Below 10,000 "k" is for round hundreds only (the year 2001 is no "2.0 k").
 * @param resolution the least difference that must show: 1,234,567 beside 1,234,568 is shorter than 1.234567 M
 */
export function valueScale(values: readonly number[], language: string, resolution = Infinity): ValueScale {
  const greatest = Math.max(0, ...values.map(Math.abs));
  if (!(greatest < GREATEST)) return PLAIN;
  const scale = wordsFor(language).scales.find(({ divisor }) => greatest >= divisor) ?? PLAIN;
  const losesDigits = greatest < 10_000 && values.some((value) => value % 100 !== 0);
  if (losesDigits) return PLAIN;
  const isFine = decimalsToTell(resolution, scale) > scale.decimals;
  return isFine && lengthOn(PLAIN, greatest, resolution) <= lengthOn(scale, greatest, resolution)
    ? PLAIN
    : scale;
}

/** Decimals with which two values that differ by so much do not read alike; 0 to 20. @param resolution in the feature's units, positive */
export function decimalsToTell(resolution: number, scale: ValueScale): number {
  return Math.min(20, Math.max(0, Math.ceil(-Math.log10(resolution / scale.divisor) - 1e-9)));
}

/** How far a value is from the nearest other one; infinite where there is no other. */
export function distanceTo(value: number, others: readonly (number | null)[]): number {
  return others.reduce<number>((least, other) => {
    const distance = other === null ? NaN : Math.abs(other - value);
    return distance > 0 && distance < least ? distance : least;
  }, Infinity);
}

/** Signs that a value takes. */
function lengthOn(scale: ValueScale, value: number, resolution: number): number {
  const digits = Math.max(1, Math.floor(Math.log10(value / scale.divisor)) + 1);
  const decimals = decimalsToTell(resolution, scale);
  return digits + Math.floor((digits - 1) / 3) + (decimals === 0 ? 0 : decimals + 1) + scale.written.length;
}

/**
 * Decimals for a value on a scale: none from 100, the scale's own from 1, two significant digits below.
 * @param value in the feature's units
 */
export function decimalsOf(value: number, scale: ValueScale): number {
  const scaled = Math.abs(value) / scale.divisor;
  if (scaled === 0 || scaled >= 100) return 0;
  return scaled >= 1 ? scale.decimals : Math.min(20, 1 - Math.floor(Math.log10(scaled)));
}
