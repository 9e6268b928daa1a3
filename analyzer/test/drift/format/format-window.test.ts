import { expect, test } from "vitest";
import { formatWindow } from "../../../src/drift/format/format-window.js";
import { addDriftWords, driftInChinese } from "../../../src/drift/index.js";

addDriftWords(driftInChinese);

function iso(time: string): string {
  return new Date(time.length === 10 ? `${time}T00:00:00Z` : `${time}Z`).toISOString();
}

function say(start: string, end: string, language = "en", style: "full" | "short" = "full"): string {
  return formatWindow({ start: iso(start), end: iso(end) }, language, style).replaceAll("\u00a0", " ");
}

test.each([
  ["2026-01-01", "2027-01-01", "2026", "2026年"],
  ["2026-07-01", "2026-10-01", "Q3 2026", "2026年第三季度"],
  ["2001-01-01", "2001-02-01", "Jan 2001", "2001年1月"],
  ["2026-11-21", "2026-11-22", "21 Nov 2026", "2026年11月21日"],
  ["2026-10-04", "2026-10-11", "4–10 Oct 2026", "2026年10月4日–10日"],
  ["2026-09-27", "2026-10-04", "27 Sep–3 Oct 2026", "2026年9月27日–10月3日"],
  ["2026-12-28", "2027-01-04", "28 Dec 2026–3 Jan 2027", "2026年12月28日–2027年1月3日"],
  ["2026-11-22T05:00", "2026-11-22T06:00", "22 Nov 2026, 05:00–06:00 UTC", "2026年11月22日 05:00–06:00 UTC"],
  [
    "2026-11-22T23:00",
    "2026-11-23T00:30",
    "22 Nov 2026, 23:00–23 Nov 2026, 00:30 UTC",
    "2026年11月22日 23:00–2026年11月23日 00:30 UTC",
  ],
  ["2026-02-01", "2026-05-01", "1 Feb–30 Apr 2026", "2026年2月1日–4月30日"],
])("says %s to %s", (start, end, english, chinese) => {
  expect(say(start, end)).toBe(english);
  expect(say(start, end, "zh-CN")).toBe(chinese);
});

test("leaves the year out where several stand side by side", () => {
  expect(say("2026-10-04", "2026-10-11", "en", "short")).toBe("4–10 Oct");
  expect(say("2026-10-04", "2026-10-11", "zh-Hans", "short")).toBe("10月4日–10日");
});
