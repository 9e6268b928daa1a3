import { expect, test } from "vitest";
import { binCount, describeCursor } from "../../src/chart/index.js";
import { useReports } from "./reports.js";
import { view } from "./view.js";

const reports = useReports();

test("a bin is said with its range, both shares, their difference and whether it is noise", () => {
  const text = describeCursor(reports.moved.amount, view({ cursor: 12 }));
  expect(text).toMatch(
    /^Bin 13 of 50, [\d.]+ to [\d.]+ thousand: current [\d.]+\u00a0%, reference [\d.]+\u00a0%, [\d.]+ points less, beyond noise\.$/,
  );
});

test("the shares said are those of the distribution", () => {
  const { distribution } = reports.moved.amount;
  const share = (100 * distribution.histogram!.current.counts[20]!) / distribution.rows.current;
  expect(describeCursor(reports.moved.amount, view({ cursor: 20 }))).toContain(
    `current ${share.toFixed(1)}\u00a0%`,
  );
});

test("bins of whole numbers are said by the numbers that they hold", () => {
  const { edges } = reports.moved.age.distribution.histogram!;
  const [low, high] = [Math.ceil(edges[3]!), Math.ceil(edges[4]!) - 1];
  const range = low === high ? `${low}` : `${low} to ${high}`;
  expect(describeCursor(reports.moved.age, view({ cursor: 3 }))).toContain(`, ${range}: `);
});

test("a level is said with its share of the index", () => {
  const texts = Array.from({ length: binCount(reports.moved.channel, view()) }, (_, cursor) =>
    describeCursor(reports.moved.channel, view({ cursor })),
  );
  const gone = texts.find((text) => text.includes("telesales"));
  expect(gone).toMatch(/current 0\.0\u00a0%.*points less, beyond noise, \d+\u00a0% of the index\.$/);
});

test("counts are said where counts are drawn, and times as spans", () => {
  expect(describeCursor(reports.moved.amount, view({ cursor: 20, mode: "count" }))).toMatch(
    /current \d+, reference [\d,]+, /,
  );
  expect(describeCursor(reports.moved.at, view({ cursor: 3 }))).toMatch(/\sOct\s2026/);
});

test("Chinese says the same", () => {
  expect(describeCursor(reports.moved.amount, view({ cursor: 12, language: "zh-Hans" }))).toMatch(
    /^第 13 个分箱，共 50 个，[\d.]+ 至 [\d.]+万：当前 [\d.]+%，基准 [\d.]+%，少 [\d.]+ 个百分点，超出噪声。$/,
  );
});

test("nowhere, nothing is said", () => {
  expect(describeCursor(reports.moved.amount, view())).toBe("");
  expect(describeCursor(reports.moved.amount, view({ cursor: 999 }))).toBe("");
});
