import { expect, test } from "vitest";
import { DEFAULT_LIMITS, type PartVerdict } from "../../../src/artifact/index.js";
import { isAlarm } from "../../../src/drift/index.js";
import { judgeUnseen, type UnseenLevels } from "../../../src/drift/verdict/judge-unseen.js";
import { driftBin } from "../drift-bin.js";
import { randomOf } from "../random.js";

/** Levels of which each row of either side has one. */
const FAMILIES: Record<string, (random: () => number) => number> = {
  "60 uniform levels": (random) => Math.floor(60 * random()),
  "150 uniform levels": (random) => Math.floor(150 * random()),
  "Zipf levels": (random) => Math.floor(random() ** -1.2),
};

/** Of `n` rows of the reference and `m` current ones. */
function judge(levels: UnseenLevels, n: number, m: number): PartVerdict {
  return judgeUnseen(levels, [driftBin("other", n, m)], DEFAULT_LIMITS);
}

/** How many of `cases` comparisons alarm, where a share of the current rows has levels that are new. */
function alarmsOf(
  [n, m]: readonly [number, number],
  level: (random: () => number) => number,
  newShare: number,
  cases: number,
): number {
  const random = randomOf(n + m);
  let alarms = 0;
  for (let i = 0; i < cases; i++) {
    const counts = new Map<number, number>();
    for (let row = 0; row < n; row++) {
      const value = level(random);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    let unseen = 0;
    for (let row = 0; row < m; row++) if (random() < newShare || !counts.has(level(random))) unseen++;
    const seen = (times: number): number => [...counts.values()].filter((count) => count === times).length;
    if (isAlarm(judge({ unseen, seenOnce: seen(1), seenTwice: seen(2) }, n, m))) alarms++;
  }
  return alarms;
}

test.each([
  // unseen of M, seen once and twice of N, verdict
  [490, 10_000, 0, 0, 1e6, "shifted"],
  [70, 10_000, 0, 0, 1e6, "watch"],
  [49, 10_000, 0, 0, 1e6, "stable"],
  [3000, 10_000, 300_000, 0, 1e6, "stable"],
  [0, 10_000, 300_000, 0, 1e6, "stable"],
  [1500, 10_000, 7, 0, 200, "shifted"],
  [1500, 10_000, 7, 12, 200, "stable"],
])(
  "%d of %d unseen where %d were seen once and %d twice of %d: %s",
  (unseen, m, seenOnce, seenTwice, n, verdict) => {
    const part = judge({ unseen, seenOnce, seenTwice }, n, m);
    expect(part.verdict).toBe(verdict);
    expect(part.value).toBeCloseTo(unseen / m - seenOnce / n, 15);
  },
);

test("without rows on a side it is unknown", () => {
  const unknown = { verdict: "unknown", reason: "too-few-rows", value: null, noise: null };
  expect(judge({ unseen: 0, seenOnce: 0, seenTwice: 0 }, 10, 0)).toEqual(unknown);
  expect(judge({ unseen: 5, seenOnce: 0, seenTwice: 0 }, 0, 10)).toEqual(unknown);
});

test.each(Object.keys(FAMILIES))(
  "%s without drift: at most 1 case in 500 alarms, of few rows too",
  (name) => {
    const cases = 1000;
    for (const pair of [
      [200, 200],
      [200, 4000],
      [1000, 300],
    ] as const) {
      expect(alarmsOf(pair, FAMILIES[name]!, 0, cases) / cases).toBeLessThanOrEqual(1 / 500);
    }
  },
);

test.each([
  ["60 uniform levels", [2000, 2000], 100],
  ["150 uniform levels", [5000, 500], 80],
  ["Zipf levels", [20_000, 5000], 100],
] as const)(
  "%s, of which one row in twenty has a new one: %j rows, found in %d of 100 cases",
  (name, pair, least) => {
    expect(alarmsOf(pair, FAMILIES[name]!, 0.05, 100)).toBeGreaterThanOrEqual(least);
  },
);
