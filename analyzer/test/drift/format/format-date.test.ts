import { expect, test } from "vitest";
import { formatDate, formatTime } from "../../../src/drift/format/format-date.js";

test("days are in UTC, whatever the machine's zone", () => {
  expect(formatDate("2026-11-21T23:59:59.999Z", "en")).toBe("21\u00a0Nov\u00a02026");
  expect(formatDate(Date.UTC(2026, 10, 21), "zh-Hans")).toBe("2026年11月21日");
  expect(formatDate("2026-11-22T23:40:00Z", "en", "short")).toBe("22\u00a0Nov");
});

test("times are said to the minute with their zone", () => {
  const time = "2026-11-22T23:40:00Z";
  expect(formatTime(time, "en").replaceAll("\u00a0", " ")).toBe("22 Nov 2026, 23:40 UTC");
  expect(formatTime(time, "zh-Hans").replaceAll("\u00a0", " ")).toBe("2026年11月22日 23:40 UTC");
  expect(formatTime(Date.UTC(56_789, 1, 3, 4, 5), "en").replaceAll("\u00a0", " ")).toBe(
    "3 Feb 56789, 04:05 UTC",
  );
});

test("a number that is no time, as in a document of another hand, breaks nothing", () => {
  expect(formatTime(1e18, "en")).toContain("NaN");
});
