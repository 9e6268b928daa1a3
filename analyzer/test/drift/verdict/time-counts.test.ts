import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  DAY,
  DEFAULT_LIMITS,
  type Drift,
  type FrozenFeature,
  HOUR,
  type Limits,
  type StatisticsDocument,
  type Verdict,
  type Window,
} from "../../../src/artifact/index.js";
import { type CurrentTimes, sayFinding, timeCounts } from "../../../src/drift/index.js";
import { judgeStale } from "../../../src/drift/verdict/judge-stale.js";
import { widestGap } from "../../../src/drift/verdict/widest-gap.js";
import { documentsOf } from "../documents.js";
import { draw } from "../drawn-rows.js";
import { freezeNumbers } from "../freeze-by-hand.js";

const END = Date.UTC(2026, 9, 1);
const windowOf = (start: number, end: number): Window => ({
  start: new Date(start).toISOString(),
  end: new Date(end).toISOString(),
});
const SEPTEMBER = windowOf(END - 30 * DAY, END);
/** A day, so many after the reference's end. */
const dayAfter = (days: number): Window => windowOf(END + days * DAY, END + (days + 1) * DAY);

/** Of cells, what does not tell where values lie. */
const NO_MORE = { below: 0, above: 0, sums: [], clipLow: 0, clipHigh: 0, clippedStd: 0 };

/** Rows of a window, each up to so many days older than it. */
const rowsOf = (count: number, seed: number, { start, end }: Window, days: number): number[] =>
  draw(count, seed, (random) => {
    const [from, to] = [Date.parse(start), Date.parse(end)];
    return from + random() * (to - from) - days * DAY * random();
  });

const REFERENCE = rowsOf(5000, 1, SEPTEMBER, 10);

function documentOf(rows: readonly (number | null)[], window: Window, reference = REFERENCE) {
  return documentsOf(reference, rows, { kind: "datetime" }, [SEPTEMBER, window]).statistics;
}

/** Of what is not renewed, of what is beyond the reference, of the whole. */
const partsOf = ({ drift }: StatisticsDocument): (Verdict | undefined)[] => [
  drift?.verdicts.stale?.verdict,
  drift?.verdicts.beyond?.verdict,
  drift?.verdict,
];

test("where time moves on and values with it, nothing is out of time; the feature is unknown, as no index tells how it moved", () => {
  for (const days of [0, 7, 100]) {
    const document = documentOf(rowsOf(500, 2, dayAfter(days), 10), dayAfter(days));
    expect(partsOf(document)).toEqual(["stable", "stable", "unknown"]);
    expect(document.drift!.times).toMatchObject({ earlier: 0, later: 0, overdue: 0 });
  }
});

test("a timestamp that is not renewed any more is watch, then shifted, the longer the more", () => {
  const verdicts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((days) => {
    const window = dayAfter(days);
    const rows = rowsOf(500, 3, window, 10).map((time) => Math.min(time, END));
    return partsOf(documentOf(rows, window))[0];
  });
  expect(verdicts.slice(0, 3)).toEqual(["stable", "stable", "stable"]);
  expect(verdicts.at(-1)).toBe("shifted");
  expect([...verdicts].sort((a, b) => order(a) - order(b))).toEqual(verdicts);

  const window = dayAfter(20);
  const document = documentOf(
    rowsOf(500, 4, window, 10).map((time) => Math.min(time, END)),
    window,
  );
  expect(partsOf(document)).toEqual(["shifted", "stable", "shifted"]);
  expect(sayFinding(document.finding, "en").replaceAll("\u00a0", " ")).toMatch(
    /^Nothing newer than 1 Oct 2026, 00:00 UTC: \d\d\.\d % expected; 1 Oct 2026\.$/,
  );
});

const order = (verdict: string | undefined): number => ["stable", "watch", "shifted"].indexOf(verdict ?? "");

test.each([
  [
    "1900-01-01",
    "earlier",
    Date.UTC(1900, 0, 1),
    /^1\.6 % before the reference's oldest value; from 1 Jan 1900/,
  ],
  ["the beginning of 1970", "earlier", 0, /^1\.6 % before the reference's oldest value; from 1 Jan 1970/],
  [
    "9999-12-31",
    "later",
    Date.UTC(9999, 11, 31),
    /^1\.6 % long after the window's end; .* to 31 Dec 9999\.$/,
  ],
  ["milliseconds taken for seconds", "later", 1000 * END, /^1\.6 % long after the window's end/],
] as const)("%s put in for what is missing is shifted", (_, end, value, said) => {
  const window = dayAfter(3);
  const rows = rowsOf(500, 5, window, 10).map((time, i) => (i % 62 === 0 && i < 496 ? value : time));
  const document = documentOf(rows, window);
  expect(document.drift!.times![end]).toBe(8);
  expect(partsOf(document).slice(1)).toEqual(["shifted", "shifted"]);
  expect(sayFinding(document.finding, "en").replaceAll("\u00a0", " ")).toMatch(said);
});

test("a window of before the reference's is no reason to call its rows too old", () => {
  const window = dayAfter(-60);
  const document = documentOf(rowsOf(500, 6, window, 10), window);
  expect(document.drift!.belowReference).toBe(500);
  expect(document.drift!.times).toMatchObject({ earlier: null, later: 0, overdue: 0 });
  expect(partsOf(document)).toEqual(["stable", "stable", "unknown"]);
});

test("a longer window than the reference's is no reason to call its rows too old", () => {
  const window = windowOf(END - 60 * DAY, END + 30 * DAY);
  expect(partsOf(documentOf(rowsOf(2000, 7, window, 10), window))).toEqual(["stable", "stable", "unknown"]);
});

test("without windows on both sides nothing is judged of them", () => {
  const { drift } = documentsOf(REFERENCE, [0, 1, 2], { kind: "datetime" }).statistics;
  expect(drift).toMatchObject({
    times: null,
    verdict: "unknown",
    verdicts: { beyond: null, stale: null, index: { verdict: "unknown", reason: "datetime" } },
  });
});

test("what only missing rows are of has a missing share, and nothing that is out of time", () => {
  const { drift } = documentOf([null, null, null], dayAfter(2));
  expect(drift!.times).toEqual({ earlier: 0, later: 0, newest: null, overdue: null });
  expect(drift!.verdicts.stale).toBeNull();
});

const datesOf = (values: readonly number[]): FrozenFeature => ({
  ...freezeNumbers(values),
  kind: "datetime",
});
const timesOf = (newest: number): CurrentTimes => ({
  newestUntil: () => newest,
  belowReference: 3,
  rowsAfter: () => 0,
});

/** Of one reference, what a run of its newest day tells. */
function overdueOf(values: readonly number[], days: number, newest: number): number | null {
  return timeCounts(datesOf(values), timesOf(newest), dayAfter(days), SEPTEMBER).overdue;
}

/** Values of September that are renewed every so many milliseconds. */
const every = (step: number): number[] =>
  rowsOf(3000, 8, SEPTEMBER, 0).map((time) => Math.floor(time / step) * step);

test("whether values are renewed is told only where new ones came in the reference at least four times in its window", () => {
  expect(overdueOf(every(DAY), 30, END)).toBeGreaterThan(0);
  expect(overdueOf(every(7 * DAY), 60, END)).toBeGreaterThan(0);
  expect(overdueOf(every(10 * DAY), 60, END)).toBeNull();
  // Constant, of long ago, planned, or with a placeholder for what is open.
  for (const values of [
    every(1000 * DAY),
    every(DAY).map((time) => time - 90 * DAY),
    every(DAY).map((time) => time + 90 * DAY),
    [...every(DAY), Date.UTC(9999, 11, 31)],
  ])
    expect(overdueOf(values, 60, END)).toBeNull();
});

test("a weekend without new values is none that is overdue, where the reference had weekends", () => {
  const workdays = rowsOf(3000, 9, SEPTEMBER, 0)
    .map((time) => Math.floor(time / DAY) * DAY)
    .filter((time) => ![0, 6].includes(new Date(time).getUTCDay()));
  // 1 October 2026 is a Thursday, so the run is of the Sunday, and the newest value of the Friday's midnight.
  expect(overdueOf(workdays, 3, END + DAY)).toBe(0);
  expect(overdueOf(workdays, 10, END + DAY)).toBeGreaterThan(0);
});

test("a value of the run's window is none that is old, however long the window", () => {
  const start = END + 30 * DAY;
  const newestOn = (days: number): number | null =>
    timeCounts(datesOf(every(DAY)), timesOf(start + days * DAY), windowOf(start, start + 14 * DAY), SEPTEMBER)
      .overdue;
  expect(newestOn(0)).toBe(0);
  expect(newestOn(-4)).toBeGreaterThan(0);
});

/** One row of twenty that many days later. */
const ahead = (rows: readonly number[], days: number): number[] =>
  rows.map((time, i) => (i % 20 === 0 ? time + days * DAY : time));

test("what comes some days after its row is not too late, nor is what is planned as it was in the reference", () => {
  const window = dayAfter(3);
  const run = rowsOf(500, 10, window, 0);
  expect(partsOf(documentOf(ahead(run, 20), window))[1]).toBe("stable");
  expect(partsOf(documentOf(ahead(run, 40), window))[1]).toBe("shifted");
  const planned = ahead(rowsOf(2000, 11, SEPTEMBER, 0), 400);
  const { drift } = documentOf(ahead(run, 800), window, planned);
  expect(drift!.times).toMatchObject({ later: null, overdue: null });
});

test("some rows of a far future do not hide that the others are not renewed", () => {
  const window = dayAfter(20);
  const rows = rowsOf(500, 12, window, 10).map((time, i) => (i === 0 ? 8e15 : Math.min(time, END)));
  const document = documentOf(rows, window);
  expect(document.drift!.times).toMatchObject({ later: 1 });
  expect(partsOf(document)).toEqual(["shifted", "stable", "shifted"]);
  expect(sayFinding(document.finding, "en")).toMatch(/^Nothing newer than 1.Oct.2026, 00:00/);
  expect(
    documentOf(
      rows.map(() => 8e15),
      window,
    ).drift!.times,
  ).toMatchObject({ later: 500, overdue: null });
});

test("limits are the feature's own, and 1 keeps it quiet", () => {
  const window = dayAfter(20);
  const rows = rowsOf(500, 4, window, 10).map((time) => Math.min(time, END));
  const { drift } = documentOf(rows, window);
  const judged = (limits: Partial<Limits>): string =>
    judgeAgain({ ...drift!, limits: { ...DEFAULT_LIMITS, ...limits } });
  expect(judged({ staleShifted: 1 })).toBe("watch");
  expect(judged({ staleWatch: 1, staleShifted: 1 })).toBe("stable");
});

function judgeAgain({ times, bins, limits }: Drift): string {
  return judgeStale(times!.overdue!, bins, limits).verdict;
}

test("the widest gap is never told narrower than it is, whatever is known of the values", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 60 }),
      fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 8 }),
      fc.integer({ min: -100, max: 1100 }),
      (values, marks, from) => {
        const edges = [...new Set([...marks, Math.min(...values), Math.max(...values)])].sort(
          (a, b) => a - b,
        );
        const cells = {
          edges,
          equal: edges.map((edge) => values.filter((value) => value === edge).length),
          inside: edges
            .slice(1)
            .map((high, i) => values.filter((value) => value > edges[i]! && value < high).length),
          ...NO_MORE,
        };
        const sorted = [...values].sort((a, b) => a - b);
        const before = sorted.filter((value) => value <= from).at(-1) ?? from;
        const after = [before, ...sorted.filter((value) => value > from)];
        const widest = Math.max(0, ...after.slice(1).map((value, i) => value - after[i]!));
        expect(widestGap(cells, from)).toBeGreaterThanOrEqual(widest);
        // Where each value is an edge, it is exact.
        const own = [...new Set(values)].sort((a, b) => a - b);
        const exact = {
          ...cells,
          edges: own,
          equal: own.map((edge) => values.filter((value) => value === edge).length),
          inside: own.slice(1).map(() => 0),
        };
        expect(widestGap(exact, from)).toBe(widest);
      },
    ),
  );
});

test("the same windows and rows, moved in time together, are judged the same", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -20_000, max: 20_000 }),
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 0, max: 2000 }),
      (days, after, hours) => {
        const by = days * DAY;
        const moved = (window: Window): Window =>
          windowOf(Date.parse(window.start) + by, Date.parse(window.end) + by);
        const reference = REFERENCE.slice(0, 200).map(Math.round);
        const newest = Date.parse(dayAfter(after).end) - hours * HOUR;
        expect(
          timeCounts(
            datesOf(reference.map((time) => time + by)),
            timesOf(newest + by),
            moved(dayAfter(after)),
            moved(SEPTEMBER),
          ),
        ).toEqual({
          ...timeCounts(datesOf(reference), timesOf(newest), dayAfter(after), SEPTEMBER),
          newest: newest + by,
        });
      },
    ),
    { numRuns: 50 },
  );
});
