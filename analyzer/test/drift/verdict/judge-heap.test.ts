import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/artifact/index.js";
import { isAlarm, measureDrift, sayFinding } from "../../../src/drift/index.js";
import { judgeHeap } from "../../../src/drift/verdict/judge-heap.js";
import { countByHand } from "../count-by-hand.js";
import { documentsOf } from "../documents.js";
import { freezeNumbers } from "../freeze-by-hand.js";
import { normal, randomOf } from "../random.js";

type Row = (random: () => number) => number;

/** Rows in which a share is a value that was put in. */
function draw(count: number, seed: number, row: Row, put = { share: 0, value: 0 }): number[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => (random() < put.share ? put.value : row(random)));
}

const income: Row = (random) => Math.round(100 * Math.exp(8 + 0.7 * normal(random))) / 100;
const score: Row = (random) => Math.round(650 + 60 * normal(random));
const FAMILIES: Record<string, Row> = {
  income,
  score,
  normal: (random) => normal(random),
  "integer ages": (random) => Math.min(75, Math.max(18, Math.round(38 + 11 * normal(random)))),
  "rounded to hundreds": (random) => Math.round(Math.exp(7 + 0.6 * normal(random)) / 100) * 100,
  "85 % zeros": (random) => (random() < 0.85 ? 0 : random() ** (-1 / 1.5)),
  "heavy tails": (random) => normal(random) / normal(random),
};

const SIZES = [
  [200, 200],
  [200, 5000],
  [500, 500],
  [1000, 300],
  [2000, 2000],
] as const;

test.each(Object.keys(FAMILIES))("%s: no alarm in 100 comparisons without drift", (name) => {
  const row = FAMILIES[name]!;
  for (const [n, m] of SIZES) {
    for (let seed = 0; seed < 20; seed++) {
      const frozen = freezeNumbers(draw(n, 2 * seed, row));
      const { verdicts } = measureDrift(
        frozen,
        countByHand(frozen, draw(m, 2 * seed + 1, row)),
        DEFAULT_LIMITS,
      );
      expect(isAlarm(verdicts.heaped)).toBe(false);
    }
  }
});

test.each(["income", "normal", "85 % zeros", "heavy tails"])("%s: no alarm where all move alike", (name) => {
  const row = FAMILIES[name]!;
  for (const [n, m] of SIZES) {
    const frozen = freezeNumbers(draw(n, 1, row));
    const moved = draw(m, 2, (random) => 1.3 * row(random));
    expect(isAlarm(measureDrift(frozen, countByHand(frozen, moved), DEFAULT_LIMITS).verdicts.heaped)).toBe(
      false,
    );
  }
});

test.each([
  [income, 2500, /^More values from 249\d to 250\d: 0\.\d\s→\s4\.\d\s%\.$/],
  [score, 700, /^More values of 700: 0\.\d\s→\s4\.\d\s%\.$/],
] as const)(
  "a mean that is put in for 4 % of the rows is the verdict, and said: case %#",
  (row, value, said) => {
    const current = draw(3000, 2, row, { share: 0.04, value });
    const { statistics } = documentsOf(draw(10_000, 1, row), current);
    const { drift, finding } = statistics;
    expect(drift!.verdicts.index.verdict).toBe("stable");
    expect(drift!.verdict).toBe("shifted");
    const { low, high } = drift!.heap!;
    expect(drift!.heap!.value ?? (low! < value && value < high! ? value : null)).toBe(value);
    const rows = current.filter((row) => row === value).length;
    expect(drift!.heap!.current).toBeGreaterThanOrEqual(rows);
    expect(drift!.verdicts.heaped!.value).toBeCloseTo(0.04, 2);
    expect(finding.code).toBe("more");
    expect(sayFinding(finding, "en")).toMatch(said);
  },
);

test("a tenth of the rows at one value is said although the index alarms too, and of an index that moved by itself the whole is told", () => {
  const reference = draw(10_000, 1, income);
  const stuck = documentsOf(reference, draw(3000, 2, income, { share: 0.3, value: 2500 })).statistics;
  expect(stuck.drift!.verdicts.index.verdict).toBe("shifted");
  expect(sayFinding(stuck.finding, "en")).toMatch(/^More values from 249\d to 250\d: 0\.\d\s→\s30\.\d\s%\.$/);
  const wider = documentsOf(
    draw(10_000, 3, FAMILIES["normal"]!),
    draw(3000, 4, (random) => 2 * normal(random)),
  ).statistics;
  expect(wider.finding.code).toBe("wider");
  expect(isAlarm(wider.drift!.verdicts.heaped)).toBe(false);
});

test("a point has a bin of its own, and is judged there", () => {
  const zeros = FAMILIES["85 % zeros"]!;
  const { drift } = documentsOf(
    draw(5000, 1, zeros),
    draw(5000, 2, zeros, { share: 0.2, value: 0 }),
  ).statistics;
  expect(isAlarm(drift!.verdicts.heaped)).toBe(false);
});

test("limits and noise both decide", () => {
  const rows = { low: null, high: null, value: null, contribution: 0 };
  const bins = [{ ...rows, type: "interval" as const, reference: 1000, current: 1000 }];
  const heap = { ...rows, type: "point" as const, value: 5, reference: 2, places: 1000 };
  const judge = (current: number, limits = {}) =>
    judgeHeap({ ...heap, current }, bins, { ...DEFAULT_LIMITS, ...limits });
  expect(judge(11)).toMatchObject({ verdict: "stable", reason: null, value: 0.009 });
  expect(judge(12)).toMatchObject({ verdict: "stable", reason: "within-noise", value: 0.01 });
  // scipy.stats.hypergeom(2000, 1000, c + 2).sf(c - 1) is 5.3e-8 for c = 31 rows, 1.02e-7 for 30; 1e-7 is allowed.
  const last = [...Array(60).keys()].find((current) => current > 12 && judge(current).reason === null)!;
  expect(judge(last - 1)).toMatchObject({ reason: "within-noise" });
  expect(last).toBe(31);
  expect(judge(last, { heapedShifted: 1 }).verdict).toBe("watch");
  expect(judge(last)).toMatchObject({ verdict: "watch", value: (last - 2) / 1000 });
  expect(judge(100).verdict).toBe("shifted");
  expect(judge(100, { heapedWatch: 1, heapedShifted: 1 }).verdict).toBe("stable");
  expect(judgeHeap(null, bins, DEFAULT_LIMITS)).toMatchObject({ verdict: "stable", value: 0, noise: null });
  expect(judgeHeap(null, [], DEFAULT_LIMITS).verdict).toBe("unknown");
});

test("points in time heap up nowhere", () => {
  const times = [1, 2].map((from) => Array.from({ length: 2000 }, (_, i) => from * 5000 + (i % 3)));
  const { drift } = documentsOf(times[0]!, times[1]!, { kind: "datetime" }).statistics;
  expect([drift!.heap, drift!.verdicts.heaped]).toEqual([null, null]);
});
