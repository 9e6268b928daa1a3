import { expect, test } from "vitest";
import { chartInputs, cursorRange, describeCursor } from "../../src/chart/index.js";
import { useReports, withTails } from "./reports.js";
import { textsOf, view } from "./view.js";

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
  const texts = Array.from({ length: cursorRange(reports.moved.channel, view()).last + 1 }, (_, cursor) =>
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

test("what lies beyond the ends of the axis is said by the name that the caption gives it", () => {
  const documents = withTails(reports.moved.amount);
  const texts = textsOf(chartInputs(documents, view()).data);
  const { rows } = documents.distribution;
  const shares = [40, 90].map((count) => ((100 * count) / rows.current).toFixed(1));
  [-1, 50].forEach((cursor, i) => {
    const [name, said] = describeCursor(documents, view({ cursor })).split(": ");
    expect(texts.some((text) => text.includes(`${name}: ${shares[i]}\u00a0% (`))).toBe(true);
    expect(said).toContain(`current ${shares[i]}\u00a0%, reference `);
    expect(said).toMatch(/\d points (more|less), (beyond|within) noise\.$/);
  });
  expect(describeCursor(documents, view({ cursor: 50, language: "zh-Hans", mode: "count" }))).toMatch(
    /^>\s[\d.]+万：当前 90，基准 40，[多少] [\d.]+ 个百分点，(超出|在)噪声/u,
  );
});

test("where nothing lies beyond them, the cursor stays on the bins", () => {
  const { statistics, distribution } = withTails(reports.moved.amount);
  const { current, reference } = distribution.histogram!;
  for (const side of [current, reference!]) Object.assign(side, { underflow: 0, overflow: 0 });
  expect(cursorRange({ statistics, distribution }, view())).toEqual({ first: 0, last: 49 });
  expect(describeCursor({ statistics, distribution }, view({ cursor: -1 }))).toBe("");
  expect(cursorRange(withTails(reports.moved.amount), view())).toEqual({ first: -1, last: 50 });
  expect(cursorRange(reports.moved.channel, view()).first).toBe(0);
});

test("nowhere, nothing is said", () => {
  expect(describeCursor(reports.moved.amount, view())).toBe("");
  expect(describeCursor(reports.moved.amount, view({ cursor: 999 }))).toBe("");
});
