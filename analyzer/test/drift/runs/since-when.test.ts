import { expect, test } from "vitest";
import { addDriftWords, driftInChinese, sinceWhen } from "../../../src/drift/index.js";

addDriftWords(driftInChinese);

const NEWEST = { start: "2026-11-22T00:00:00Z", end: "2026-11-23T00:00:00Z" };

test.each([
  ["2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z", "Sep", "9月"],
  ["2025-09-01T00:00:00Z", "2025-10-01T00:00:00Z", "Sep 2025", "2025年9月"],
  ["2026-07-01T00:00:00Z", "2026-10-01T00:00:00Z", "Q3 2026", "2026年第三季度"],
  ["2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z", "16 Nov", "11月16日"],
  ["2026-02-01T00:00:00Z", "2026-05-01T00:00:00Z", "1 Feb", "2月1日"],
  ["2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z", "21 Nov", "11月21日"],
  ["2025-12-31T00:00:00Z", "2026-01-01T00:00:00Z", "31 Dec 2025", "2025年12月31日"],
  ["2026-11-22T06:00:00Z", "2026-11-22T07:00:00Z", "22 Nov, 06:00 UTC", "11月22日 06:00 UTC"],
  [null, "2026-11-20T08:30:00Z", "20 Nov", "11月20日"],
  [null, "2026-11-22T00:00:00Z", "22 Nov", "11月22日"],
])("a run from %s to %s: since %s", (start, end, english, chinese) => {
  const say = (language: string): string =>
    sinceWhen({ start, end }, NEWEST, language).replaceAll("\u00a0", " ");
  expect([say("en"), say("zh-Hans")]).toEqual([english, chinese]);
});

test("leaves the zone to a head that tells it", () => {
  const hour = { start: "2026-11-22T06:00:00Z", end: "2026-11-22T07:00:00Z" };
  expect(sinceWhen(hour, NEWEST, "en", false)).toBe("22\u00a0Nov, 06:00");
});
