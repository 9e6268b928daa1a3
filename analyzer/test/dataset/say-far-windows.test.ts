import { expect, test } from "vitest";
import { sayFarWindows } from "../../src/dataset/say-far-windows.js";

const NOW = Date.UTC(2026, 11, 1);
const window = (year: number, rows = 1) => ({ start: Date.UTC(year, 0), rows });
const said = (windows: readonly { start: number; rows: number }[], far = [] as typeof windows): string =>
  sayFarWindows("at", { windows, far }, NOW).join("\n").replaceAll("\u00a0", " ");

test("rows that are left out are told by their days, also where no calendar has them", () => {
  const far = [{ start: -9e15, rows: 2 }, window(2030), window(2099, 1000), window(2100), window(9999)];
  expect(said([window(2026)], far)).toBe(
    "left out for a time in at before the year 0 or more than a year from now: 1,005 (beyond any calendar, 1 Jan 2030, 1 Jan 2099 and others); a window that reaches so far is to be named by --window",
  );
});

test("windows long before the others are told where they are the few", () => {
  expect(said([window(1900, 2), window(1970), window(2025, 9), window(2026, 9)])).toContain(
    "before that of all others make runs of their own: 3 (1 Jan 1900, 1 Jan 1970);",
  );
  expect(said([window(1990, 99), window(2026, 9)])).toBe("");
  expect(said([window(1990, 3), window(1999, 3), window(2008, 3), window(2017, 3)])).toBe("");
});

test("windows ahead of now are told, and the one that has just begun is not", () => {
  expect(said([{ start: NOW, rows: 5 }])).toBe("");
  expect(said([{ start: NOW + 3_600_000, rows: 5 }])).toContain(
    "lies in the future make runs of their own: 5 (1 Dec 2026);",
  );
});
