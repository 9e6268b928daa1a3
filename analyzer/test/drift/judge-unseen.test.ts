import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/artifact/index.js";
import { isAlarm } from "../../src/drift/index.js";
import { judgeUnseen } from "../../src/drift/judge-unseen.js";
import { randomOf } from "./random.js";

/** Levels of which each row of either side has one. */
const FAMILIES: Record<string, (random: () => number) => number> = {
  "60 uniform levels": (random) => Math.floor(60 * random()),
  "150 uniform levels": (random) => Math.floor(150 * random()),
  "Zipf levels": (random) => Math.floor(random() ** -1.2),
};

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
    if (isAlarm(judgeUnseen(unseen, seen(1), seen(2), n, m, DEFAULT_LIMITS).verdict)) alarms++;
  }
  return alarms;
}

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
