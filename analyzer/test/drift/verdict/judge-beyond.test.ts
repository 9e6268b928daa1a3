import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/artifact/index.js";
import { isAlarm, measureDrift, sayFinding } from "../../../src/drift/index.js";
import { judgeBeyond } from "../../../src/drift/verdict/judge-beyond.js";
import { rowsBeyond } from "../../../src/drift/verdict/rows-beyond.js";
import { countByHand } from "../count-by-hand.js";
import { documentsOf } from "../documents.js";
import { driftBin } from "../drift-bin.js";
import { freezeNumbers } from "../freeze-by-hand.js";
import { normal, randomOf } from "../random.js";

/** Rows in which a share is a sentinel that no distribution here comes to. */
const draw = (
  count: number,
  seed: number,
  row: (random: () => number) => number | null,
  sentinel = { share: 0, value: -999 },
): (number | null)[] => {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => (random() < sentinel.share ? sentinel.value : row(random)));
};

const FAMILIES: Record<string, (random: () => number) => number | null> = {
  normal: (random) => normal(random),
  "integer ages": (random) => Math.min(75, Math.max(18, Math.round(38 + 11 * normal(random)))),
  "85 % zeros": (random) => (random() < 0.85 ? 0 : random() ** (-1 / 1.5)),
  "heavy tails": (random) => normal(random) / normal(random),
  "half missing": (random) => (random() < 0.5 ? null : 50 + normal(random)),
};

function judge(rows: number, n: number, m: number, limits = DEFAULT_LIMITS) {
  return judgeBeyond(rows, [driftBin("interval", n, m / 2), driftBin("missing", 7 * n, m / 2)], limits);
}

test("size and noise both decide; the share is of all rows, the noise that of as many finite values", () => {
  expect(judge(0, 2000, 4000)).toEqual({ verdict: "stable", reason: null, value: 0, noise: 13 / 4000 });
  expect(judge(20, 2000, 4000)).toMatchObject({ verdict: "watch", value: 0.005 });
  expect(judge(39, 2000, 4000).verdict).toBe("watch");
  expect(judge(40, 2000, 4000)).toMatchObject({ verdict: "shifted", value: 0.01 });
  expect(judge(12, 200, 400)).toMatchObject({ verdict: "stable", reason: "within-noise" });
  expect(judge(13, 200, 400)).toMatchObject({ verdict: "shifted", reason: null });
  expect(judge(400, 200, 800, { ...DEFAULT_LIMITS, beyondWatch: 1, beyondShifted: 1 }).verdict).toBe(
    "stable",
  );
  expect(judge(0, 200, 0)).toEqual({ verdict: "unknown", reason: "too-few-rows", value: null, noise: null });
});

test.each(Object.keys(FAMILIES))(
  "%s: a sentinel in one row of 25 is an alarm, whatever the index",
  (name) => {
    const row = FAMILIES[name]!;
    const rows = draw(5000, 1, row);
    const frozen = freezeNumbers(rows);
    for (const value of [-999_999_999, 9e9]) {
      const current = draw(2000, 2, row, { share: 0.04, value });
      const drift = measureDrift(frozen, countByHand(frozen, current), DEFAULT_LIMITS);
      expect(drift.verdicts.beyond!.verdict).toBe("shifted");
      expect(drift.verdict).toBe("shifted");
    }
  },
);

test("the sentinel that the index does not see is the feature's verdict, and what is said of it", () => {
  const row = FAMILIES["normal"]!;
  const { statistics } = documentsOf(draw(5000, 3, row), draw(2000, 4, row, { share: 0.04, value: -999 }));
  expect(statistics.drift!.verdicts.index.verdict).toBe("stable");
  expect(statistics.drift!.verdict).toBe("shifted");
  expect(statistics.finding).toMatchObject({ code: "beyond-only", arguments: { least: -999 } });
  expect(statistics.finding.arguments).not.toHaveProperty("greatest");
});

test("points in time and levels lie beyond nothing", () => {
  const later = [1, 2].map((from) => Array.from({ length: 2000 }, (_, i) => from * 5000 + i));
  expect(documentsOf(later[0]!, later[1]!).statistics.drift!.verdicts.beyond!.verdict).toBe("shifted");
  const times = documentsOf(later[0]!, later[1]!, { kind: "datetime" }).statistics.drift!;
  expect(times.verdicts.beyond).toBeNull();
  expect(times.verdict).toBe("unknown");
  expect(documentsOf(["a", "b"], ["c"]).statistics.drift!.verdicts.beyond).toBeNull();
});

test("infinite values are beyond a reference that has none, whatever their sign, and not beyond one that has some", () => {
  const row = FAMILIES["normal"]!;
  const finite = draw(5000, 5, row);
  const some = draw(5000, 6, row, { share: 0.002, value: Infinity });
  for (const value of [Infinity, -Infinity]) {
    const infinite = draw(2000, 7, row, { share: 0.01, value });
    const { drift, finding } = documentsOf(finite, infinite).statistics;
    expect(drift!.verdicts.index.verdict).toBe("stable");
    expect(drift!.verdicts.beyond!.value).toBe(infinite.filter((one) => one === value).length / 2000);
    expect(drift!.verdict).toBe("shifted");
    expect(sayFinding(finding, "en")).toMatch(/^More infinite\svalues: 0\.0\s→\s\d\.\d\s%\.$/);
    expect(documentsOf(some, infinite).statistics.drift!.verdicts.beyond!.verdict).toBe("stable");
  }
  const both = draw(2000, 8, row, { share: 0.04, value: -999 });
  for (let i = 0; i < 40; i++) both[i] = Infinity;
  const { finding } = documentsOf(finite, both).statistics;
  expect(sayFinding(finding, "en")).toMatch(
    /^More infinite\svalues: 0\.0\s→\s2\.0\s%\. \d\.\d\s% below the reference's least value, down to −999\.$/,
  );
});

/** How many of `cases` comparisons alarm for values beyond an extreme. */
function alarmsOf(
  [n, m]: readonly [number, number],
  row: (random: () => number) => number,
  share: number,
  cases: number,
): number {
  const random = randomOf(n + m);
  let alarms = 0;
  for (let i = 0; i < cases; i++) {
    let [least, greatest, below, above] = [Infinity, -Infinity, 0, 0];
    for (let j = 0; j < n; j++) {
      const value = row(random);
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    for (let j = 0; j < m; j++) {
      const value = random() < share ? -999_999_999 : row(random);
      if (value < least) below++;
      if (value > greatest) above++;
    }
    const bins = [driftBin("interval", n, m)];
    if (isAlarm(judgeBeyond(Math.max(below, above), bins, DEFAULT_LIMITS))) alarms++;
  }
  return alarms;
}

test("without drift hardly a case alarms for infinite values that come to few rows", () => {
  const random = randomOf(9);
  const bin = { low: null, high: null, value: null, contribution: 0 };
  let alarms = 0;
  for (const [n, m, share] of [
    [200, 200, 0.005],
    [200, 4000, 0.01],
    [1000, 300, 0.002],
  ] as const) {
    for (let i = 0; i < 2000; i++) {
      const infiniteOf = (rows: number): number => {
        let infinite = 0;
        for (let j = 0; j < rows; j++) if (random() < share) infinite++;
        return infinite;
      };
      const [reference, current] = [infiniteOf(n), infiniteOf(m)];
      const bins = [
        { ...bin, type: "interval" as const, reference: n - reference, current: m - current },
        { ...bin, type: "infinite" as const, reference, current },
      ];
      const rows = rowsBeyond({ bins, belowReference: 0, aboveReference: 0, times: null });
      if (isAlarm(judgeBeyond(rows, bins, DEFAULT_LIMITS))) alarms++;
    }
  }
  expect(alarms).toBeLessThanOrEqual(6000 / 1000);
});

test("without drift at most 1 case in 1,000 alarms, of few rows and of unequal sides too", () => {
  for (const pair of [
    [200, 200],
    [200, 4000],
    [1000, 300],
    [300, 1000],
    [60, 60],
  ] as const) {
    const cases = 4000;
    expect(alarmsOf(pair, (random) => 1 / random(), 0, cases)).toBeLessThanOrEqual(cases / 1000);
  }
});

test.each([
  [[2000, 2000], 0.04, 100],
  [[500, 500], 0.04, 90],
  [[20_000, 500], 0.02, 99],
  [[200, 2000], 0.06, 99],
] as const)(
  "%j rows, of which a share of %d is a sentinel: found in %d of 100 cases",
  (pair, share, least) => {
    expect(alarmsOf(pair, (random) => 1 / random(), share, 100)).toBeGreaterThanOrEqual(least);
  },
);
