import { expect, test } from "vitest";
import { formatDate, formatTime, formatWindow } from "../../src/drift/format-date.js";

/** `Intl` sets thin and no-break spaces, not the same ones in each engine. */
const plain = (text: string): string => text.replace(/\s/gu, " ");
const squeezed = (text: string): string => plain(text).replace(/ ?– ?/, "–");

test("dates are in UTC, whatever the machine's zone", () => {
  expect(formatDate("2026-11-21T23:59:59.999Z", "en")).toBe("21 Nov 2026");
  expect(formatDate(Date.UTC(2026, 10, 21), "zh-Hans")).toBe("2026年11月21日");
  expect(plain(formatTime("2026-11-22T06:40:00Z", "en"))).toBe("22 Nov 2026, 06:40 UTC");
});

test.each([
  ["2001-01-01T00:00:00Z", "2001-02-01T00:00:00Z", "Jan 2001"],
  ["2001-02-05T00:00:00Z", "2001-02-12T00:00:00Z", "5 – 11 Feb 2001"],
  ["2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z", "21 Nov 2026"],
  ["2026-11-22T05:00:00Z", "2026-11-22T06:00:00Z", "22 Nov 2026, 05:00–06:00 UTC"],
])("from %s to %s, its end exclusive, reads %s", (start, end, text) => {
  expect(squeezed(formatWindow({ start, end }, "en"))).toBe(squeezed(text));
});
