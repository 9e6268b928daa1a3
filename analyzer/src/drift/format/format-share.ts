import { wordsFor } from "../words/words-for.js";
import { formatNumber } from "./format-number.js";

/**
 * A share of rows: 0.012 → "1.2 %" or "1.2%".
 * @param share 0 to 1
 */
export function formatShare(share: number, language: string, decimals = 1): string {
  return formatNumber(share * 100, language, decimals) + wordsFor(language).written.percent;
}

/** A share below it is rare: of fraud, of defaults. */
const RARE = 0.01;

/**
 * From one share to another: "0.4 → 1.2 %" or "0.4% → 1.2%". Two that print alike get one more decimal if they differ, and rare ones where
 * rounding is off by more than a quarter of their difference: 0.05 → 0.19 % is no "0.1 → 0.2 %".
 */
export function formatShareChange(from: number, to: number, language: string, spoken = false): string {
  const { percent, change } = wordsFor(language)[spoken ? "spoken" : "written"];
  const say = (share: number, decimals: number): string => formatNumber(share * 100, language, decimals);
  const [a, b] = [from, to].map((share) => +(share * 100).toFixed(1));
  const isOff = Math.abs(b! - a! - (to - from) * 100) > Math.abs(to - from) * 25;
  const decimals = isOff && (a === b || Math.min(from, to) < RARE) ? 2 : 1;
  return change(say(from, decimals), say(to, decimals), percent);
}

/**
 * A difference of shares in percentage points: 0.008 → "+0.8 pp" or "+0.8个百分点".
 * @param difference −1 to 1
 * @param symbol false where a header carries it (个百分点 is wide)
 */
export function formatPoints(
  difference: number,
  language: string,
  { decimals = 1, symbol = true } = {},
): string {
  const suffix = symbol ? wordsFor(language).written.points : "";
  return formatNumber(difference * 100, language, decimals, "exceptZero") + suffix;
}
