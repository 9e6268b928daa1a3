import { DAY } from "../../artifact/index.js";
import { type TimeStyle, MONTHS, isChinese } from "./format-date.js";

const SPACE = "\u00a0";

/**
 * The name of a whole year, quarter or month in UTC: "2026", "Q3 2026", "Sep 2026"; null of any other time.
 * @param end exclusive
 * @param style `short` says a month without its year
 */
export function nameOfPeriod(
  start: Date,
  end: Date,
  language: string,
  style: TimeStyle = "full",
): string | null {
  if (![start, end].every(isMonthStart)) return null;
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth()];
  const months = (end.getUTCFullYear() - year) * 12 + end.getUTCMonth() - month;
  const chinese = isChinese(language);
  const ofYear = chinese ? `${year}年` : `${SPACE}${year}`;
  if (months === 12 && month === 0) return ofYear.trim();
  if (months === 3 && month % 3 === 0)
    return chinese ? `${ofYear}第${"一二三四"[month / 3]}季度` : `Q${month / 3 + 1}${ofYear}`;
  const said = style === "full" ? ofYear : "";
  return months === 1 ? (chinese ? `${said}${month + 1}月` : `${MONTHS[month]}${said}`) : null;
}

function isMonthStart(time: Date): boolean {
  return time.getUTCDate() === 1 && time.getTime() % DAY === 0;
}
