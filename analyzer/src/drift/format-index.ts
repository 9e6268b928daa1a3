import { DEFAULT_LIMITS, type Limits } from "../artifact/index.js";
import { formatNumber } from "./format-number.js";
import { wordsFor } from "./words/words-for.js";

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
  if (bound === 0) return formatNumber(0, language, 0);
  const decimals = bound >= 0.1 ? 2 : Math.min(12, Math.max(2, -Math.floor(Math.log10(bound))));
  const power = 10 ** decimals;
  const up = Math.ceil(bound * power - 1e-9) / power;
  const digits = up.toFixed(decimals).replace(/(\.\d\d+?)0+$/, "$1");
  return formatNumber(up, language, digits.length - digits.indexOf(".") - 1);
}

/** "≤ 0.0002", the caption of the scale. */
export function formatNoiseBound(bound: number, language: string): string {
  return wordsFor(language).written.atMost(formatBound(bound, language));
}
