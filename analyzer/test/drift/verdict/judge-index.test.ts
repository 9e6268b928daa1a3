import { expect, test } from "vitest";
import { DEFAULT_LIMITS, type FrozenBin } from "../../../src/artifact/index.js";
import { compareBins } from "../../../src/drift/measures/compare-bins.js";
import { judgeIndex, rejudgeIndex } from "../../../src/drift/verdict/judge-index.js";

const bin = (reference: number, type: FrozenBin["type"] = "interval"): FrozenBin => ({
  type,
  low: null,
  high: null,
  value: null,
  reference,
});

/** Judges counts of intervals as a feature alone in its run. */
function judge(reference: number[], current: number[], p: number | null = 0, limits = DEFAULT_LIMITS) {
  const comparison = compareBins(
    reference.map((r) => bin(r)),
    current,
  );
  return judgeIndex("numeric", comparison, p, limits);
}

/** Two bins of 100,000 rows, the first with these shares on both sides. */
const moved = (from: number, to: number, p: number | null = 0) =>
  judge([from * 1e5, (1 - from) * 1e5], [to * 1e5, (1 - to) * 1e5], p);

test("the limits decide, each inclusive", () => {
  const { value } = moved(0.5, 0.6);
  for (const [watch, shifted, verdict] of [
    [value!, 1, "watch"],
    [value! * 1.0001, 1, "stable"],
    [0.01, value!, "shifted"],
    [0.01, value! * 1.0001, "watch"],
  ] as const) {
    const part = judge([5e4, 5e4], [6e4, 4e4], 0, { ...DEFAULT_LIMITS, watch, shifted });
    expect(part).toMatchObject({ verdict, reason: null });
  }
});

test("an index beyond a limit is stable, with a reason, unless it is significant", () => {
  expect(moved(0.5, 0.75, 0.05).verdict).toBe("shifted");
  expect(moved(0.5, 0.75, 0.0501)).toMatchObject({ verdict: "stable", reason: "within-noise" });
});

test("with fewer than 100 rows on a side it is unknown", () => {
  expect(judge([500, 500], [49, 50])).toMatchObject({ verdict: "unknown", reason: "too-few-rows" });
  expect(judge([49, 50], [500, 500])).toMatchObject({ verdict: "unknown", reason: "too-few-rows" });
  expect(judge([0, 0], [500, 500])).toMatchObject({ reason: "too-few-rows", value: null, noise: null });
  expect(judge([50, 50], [50, 50]).verdict).toBe("stable");
});

test("within a bound that reaches the watch limit it is unknown; beyond it, judged", () => {
  const reference = Array.from({ length: 11 }, () => 1000);
  const few = Array.from({ length: 11 }, () => 11);
  expect(judge(reference, few)).toMatchObject({ verdict: "unknown", reason: "noise-reaches-limit" });
  const moved = few.map((count, i) => (i < 5 ? 0 : count + 9));
  expect(judge(reference, moved)).toMatchObject({ verdict: "shifted", reason: null });
});

test("levels that are all rare tell nothing", () => {
  const bins = [bin(9000, "other"), bin(1000, "missing")];
  const part = judgeIndex("categorical", compareBins(bins, [5000, 5000]), 0, DEFAULT_LIMITS);
  expect(part).toMatchObject({ verdict: "unknown", reason: "only-other" });
});

test("a single bin is stable at 0, without a bound", () => {
  expect(judge([500, 0], [300, 0], null)).toEqual({
    verdict: "stable",
    reason: "one-bin",
    value: 0,
    noise: null,
  });
});

test("time moves on by itself", () => {
  const part = judgeIndex("datetime", compareBins([bin(500), bin(500)], [0, 900]), 0, DEFAULT_LIMITS);
  expect(part).toMatchObject({ verdict: "unknown", reason: "datetime" });
});

test("another p-value changes what rests on it, and nothing else", () => {
  const shifted = moved(0.5, 0.75);
  const calm = rejudgeIndex(shifted, 0.2, DEFAULT_LIMITS);
  expect(calm).toMatchObject({ verdict: "stable", reason: "within-noise", value: shifted.value });
  expect(rejudgeIndex(calm, 0.01, DEFAULT_LIMITS)).toEqual(shifted);
  for (const part of [judge([500, 500], [49, 50]), judge([500, 0], [300, 0], null)]) {
    expect(rejudgeIndex(part, 0.2, DEFAULT_LIMITS)).toEqual(part);
  }
});
