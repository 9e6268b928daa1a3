import { DEFAULT_LIMITS, type Limits } from "../../artifact/index.js";
import { wordsFor } from "../words/words-for.js";
import { formatNumber } from "./format-number.js";

/**
 * A population stability index: two decimals, up to four below 0.01, and more where rounding would carry it to or across a limit
 * (0.247 must not read 0.25 beside "watch") or into the noise that it is beyond (0.013 beside "noise ≤ 0.012", not 0.01 and 0.02).
 * @param noise its bound, where that is told beside it
 */
export function formatIndex(
  index: number,
  language: string,
  limits: Pick<Limits, "watch" | "shifted"> = DEFAULT_LIMITS,
  noise = Infinity,
): string {
  let decimals = decimalsBeyond(index, noise, index === 0 || index >= 0.0095 ? 2 : index >= 0.000_95 ? 3 : 4);
  const crosses = (limit: number): boolean => index >= limit !== +index.toFixed(decimals) >= limit;
  while (decimals < 8 && (crosses(limits.watch) || crosses(limits.shifted))) decimals++;
  return formatNumber(index, language, decimals);
}

/**
 * A noise bound, rounded up: two decimals from 0.1, else one significant digit.
 * @param figure what is told beside it: where that is beyond the bound, both have digits until they read so
 */
export function formatBound(bound: number, language: string, figure = 0): string {
  let decimals = decimalsBeyond(figure, bound, bound === 0 ? 0 : Math.min(12, oneDigit(bound)));
  const up = roundUp(bound, decimals);
  // 0.0099 is 0.01, not 0.010.
  while (decimals > 2 && +up.toFixed(decimals - 1) === up) decimals--;
  return formatNumber(up, language, decimals);
}

/** Decimals, so many or more, with which a figure beyond a bound does not read as within it. */
export function decimalsBeyond(figure: number, bound: number, decimals: number): number {
  return figure > bound && decimals < 8 && +figure.toFixed(decimals) <= roundUp(bound, decimals)
    ? decimalsBeyond(figure, bound, decimals + 1)
    : decimals;
}

function roundUp(value: number, decimals: number): number {
  const power = 10 ** decimals;
  return Math.ceil(value * power - 1e-9) / power;
}

/** Decimals that show one significant digit, two at least. */
function oneDigit(value: number): number {
  return Math.max(2, -Math.floor(Math.log10(value)));
}

/** "≤ 0.0002", the caption of the scale. */
export function formatNoiseBound(bound: number, language: string): string {
  return wordsFor(language).written.atMost(formatBound(bound, language));
}
