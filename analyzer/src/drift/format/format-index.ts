import { DEFAULT_LIMITS, type Limits } from "../../artifact/index.js";
import { wordsFor } from "../words/words-for.js";
import { formatNumber } from "./format-number.js";

/**
 * A population stability index: two decimals, up to four below 0.01, and more where rounding would carry it to or across a limit
 * (0.247 must not read 0.25 beside "watch").
 */
export function formatIndex(
  index: number,
  language: string,
  limits: Pick<Limits, "watch" | "shifted"> = DEFAULT_LIMITS,
): string {
  let decimals = index === 0 || index >= 0.01 ? 2 : index >= 0.001 ? 3 : 4;
  const crosses = (limit: number): boolean => index >= limit !== +index.toFixed(decimals) >= limit;
  while (decimals < 8 && (crosses(limits.watch) || crosses(limits.shifted))) decimals++;
  return formatNumber(index, language, decimals);
}

/** A noise bound, rounded up: two decimals from 0.1, else one significant digit. */
export function formatBound(bound: number, language: string): string {
  const decimals = bound === 0 ? 0 : Math.min(12, oneDigit(bound));
  const power = 10 ** decimals;
  const up = Math.ceil(bound * power - 1e-9) / power;
  // 0.0099 is 0.01, not 0.010.
  return formatNumber(up, language, Math.min(decimals, oneDigit(up)));
}

/** Decimals that show one significant digit, two at least. */
function oneDigit(value: number): number {
  return Math.max(2, -Math.floor(Math.log10(value)));
}

/** "≤ 0.0002", the caption of the scale. */
export function formatNoiseBound(bound: number, language: string): string {
  return wordsFor(language).written.atMost(formatBound(bound, language));
}
