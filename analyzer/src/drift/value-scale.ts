import type { ValueScale } from "./words/drift-words.js";
import { wordsFor } from "./words/words-for.js";

const PLAIN: ValueScale = { divisor: 1, written: "", spoken: "", decimals: 1 };

/** Beyond these magnitudes a number is written with an exponent. */
const GREATEST = 1e15;

/**
 * The scale on which these values are shown together: on both sides of an arrow, in a column, along an axis. It is that of the
 * greatest magnitude. Below 10,000 "k" is for round hundreds only (the year 2001 is no "2.0 k").
 */
export function valueScale(values: readonly number[], language: string): ValueScale {
  const greatest = Math.max(0, ...values.map(Math.abs));
  if (!(greatest < GREATEST)) return PLAIN;
  const scale = wordsFor(language).scales.find(({ divisor }) => greatest >= divisor) ?? PLAIN;
  const losesDigits = greatest < 10_000 && values.some((value) => value % 100 !== 0);
  return losesDigits ? PLAIN : scale;
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
