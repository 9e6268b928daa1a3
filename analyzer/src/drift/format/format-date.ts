/** How much of a time is said: `full`; `short`, without the year, where several stand side by side. */
export type TimeStyle = "full" | "short";

const SPACE = "\u00a0";

/** Short English names of the months. Not from Intl, whose words differ between engines and their versions. */
export const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** A day in UTC: "21 Nov 2026", "2026年11月21日". @param time ISO 8601, or milliseconds since 1970 */
export function formatDate(time: string | number, language: string, style: TimeStyle = "full"): string {
  const date = new Date(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  return isChinese(language)
    ? `${style === "full" ? `${year}年` : ""}${month + 1}月${day}日`
    : [day, MONTHS[month], ...(style === "full" ? [year] : [])].join(SPACE);
}

/** A point in time to the minute, in UTC: "22 Nov 2026, 06:40 UTC". @param time ISO 8601, or milliseconds since 1970 */
export function formatTime(time: string | number, language: string): string {
  return `${formatStamp(time, language)}${SPACE}UTC`;
}

/** The same without the zone: "22 Nov 2026, 06:40". */
export function formatStamp(time: string | number, language: string, style: TimeStyle = "full"): string {
  const gap = isChinese(language) ? SPACE : ", ";
  return `${formatDate(time, language, style)}${gap}${formatClock(time)}`;
}

/** Hours and minutes in UTC: "06:40". */
export function formatClock(time: string | number): string {
  // From the end, as years have more digits in time; of what is no time, nothing.
  return JSON.stringify(new Date(time)).slice(-14, -9);
}

/** True for any tag of Chinese. */
export function isChinese(language: string): boolean {
  return /^zh\b/i.test(language);
}
