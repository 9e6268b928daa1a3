import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parseWindow } from "../../../src/cli/options/parse-window.js";

test.each([
  ["2001-02-05/2001-02-12", "2001-02-05T00:00:00.000Z", "2001-02-12T00:00:00.000Z"],
  ["2001-02-05T06:30/2001-02-05T07:30:15.25", "2001-02-05T06:30:00.000Z", "2001-02-05T07:30:15.250Z"],
  ["2001-02-05T00:00:00+08:00/2001-02-05T00:00:00Z", "2001-02-04T16:00:00.000Z", "2001-02-05T00:00:00.000Z"],
])("%s is read in UTC", (text, start, end) => {
  expect(parseWindow(text)).toEqual({ start, end });
});

test.each([
  "2001-02-05",
  "2001-02-05/",
  "2001-02-12/2001-02-05",
  "2001-02-05/2001-02-05",
  "2001-02-05/2001-02-06/2001-02-07",
  "5 Feb 2001/6 Feb 2001",
  "2001-13-01/2001-14-01",
])("%s is refused", (text) => {
  expect(parseWindow(text)).toBeNull();
});

test("every window reads back", () => {
  const times = fc.tuple(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: 1, max: 1e11 }));
  fc.assert(
    fc.property(times, ([from, length]) => {
      const window = { start: new Date(from).toISOString(), end: new Date(from + length).toISOString() };
      expect(parseWindow(`${window.start}/${window.end}`)).toEqual(window);
    }),
  );
});
