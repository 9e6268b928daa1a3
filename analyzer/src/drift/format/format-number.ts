import { wordsFor } from "../words/words-for.js";

const MINUS = "\u2212";
const formats = new Map<string, Intl.NumberFormat>();

/** How the sign is shown: `negative` only below 0; `exceptZero` + and −, and none at 0. A number that rounds to 0 has none. */
export type SignDisplay = "negative" | "exceptZero";

/**
 * A number with a fixed count of decimals, grouped digits and a real minus.
 * @param decimals 0 to 20
 * @param grouping `min2` leaves four digits together, as a value may be a year: 2019, 12,846
 */
export function formatNumber(
  value: number,
  language: string,
  decimals: number,
  sign: SignDisplay = "negative",
  grouping: true | "min2" = "min2",
): string {
  const { locale } = wordsFor(language);
  const name = locale + decimals + sign + grouping;
  const format =
    formats.get(name) ??
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      useGrouping: grouping,
      signDisplay: sign,
    });
  formats.set(name, format);
  return format.format(value).replace("-", MINUS);
}

/** A count of rows: "2,019". */
export function formatCount(count: number, language: string): string {
  return formatNumber(count, language, 0, "negative", true);
}
