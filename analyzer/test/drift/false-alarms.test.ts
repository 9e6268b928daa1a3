import { beforeAll, expect, test } from "vitest";
import { DEFAULT_LIMITS, type Drift, type FrozenFeature } from "../../src/artifact/index.js";
import { adjustAndJudge, isAlarm, measureDrift, metricValue } from "../../src/drift/index.js";
import { countByHand } from "./count-by-hand.js";
import { freezeLevels, freezeNumbers } from "./freeze-by-hand.js";
import { normal, randomOf } from "./random.js";

/** How a row of each sort of feature is drawn, the same on both sides. Some rows are missing, as in life. */
const FAMILIES: Record<string, (random: () => number) => number | string | null> = {
  continuous: (random) => (random() < 0.03 ? null : normal(random)),
  "integer ages": (random) => Math.min(75, Math.max(18, Math.round(38 + 11 * normal(random)))),
  Poisson: poisson,
  "85 % zeros": (random) => (random() < 0.85 ? 0 : random() ** (-1 / 1.5)),
  "60 uniform levels": (random) => `level ${Math.floor(60 * random())}`,
  "Zipf levels": (random) => (random() < 0.01 ? null : `level ${Math.floor(random() ** -1.2)}`),
};

const PAIRS = [
  [200, 200],
  [200, 20_000],
  [1000, 300],
  [2000, 2000],
  [5000, 500],
  [20_000, 200],
  [20_000, 5000],
] as const;

/** Features of each family in a run, all judged together as a run's features are. */
const FEATURES = 10;
const RUNS = 6;

/** Without drift: per family, how often the index was above its noise bound, and how often the feature alarmed. */
function simulate(): Map<string, { features: number; aboveNoise: number; alarms: number }> {
  const random = randomOf(20_261_122);
  const tally = new Map(
    Object.keys(FAMILIES).map((name) => [name, { features: 0, aboveNoise: 0, alarms: 0 }]),
  );
  for (const [n, m] of PAIRS) {
    for (let run = 0; run < RUNS; run++) {
      const drifts = new Map<string, Drift>();
      for (const [name, row] of Object.entries(FAMILIES)) {
        for (let i = 0; i < FEATURES; i++) drifts.set(`${name}/${i}`, withoutDrift(row, n, m, random));
      }
      for (const [key, drift] of adjustAndJudge(drifts)) {
        const counts = tally.get(key.split("/")[0]!)!;
        counts.features++;
        if (metricValue(drift, "populationStabilityIndex")! > drift.noiseBound!) counts.aboveNoise++;
        if (isAlarm(drift.verdict)) counts.alarms++;
      }
    }
  }
  return tally;
}

function withoutDrift(
  row: (random: () => number) => number | string | null,
  n: number,
  m: number,
  random: () => number,
): Drift {
  const rows = Array.from({ length: n }, () => row(random));
  const frozen = freeze(rows);
  const current = Array.from({ length: m }, () => row(random));
  return measureDrift(frozen, countByHand(frozen, current), DEFAULT_LIMITS);
}

function freeze(rows: (number | string | null)[]): FrozenFeature {
  return rows.some((row) => typeof row === "string")
    ? freezeLevels(rows as (string | null)[], { binsOnly: true })
    : freezeNumbers(rows as (number | null)[], { binsOnly: true });
}

function poisson(random: () => number): number {
  const end = Math.exp(-4);
  let count = -1;
  for (let product = 1; product > end; product *= random()) count++;
  return count;
}

let tally: ReturnType<typeof simulate>;
beforeAll(() => {
  tally = simulate();
});

test.each(Object.keys(FAMILIES))(
  "%s without drift: above the noise bound in at most 7 %% of cases",
  (name) => {
    const { aboveNoise, features } = tally.get(name)!;
    expect(aboveNoise / features).toBeLessThanOrEqual(0.07);
    // Were it never above, the bound would hide drift.
    expect(aboveNoise).toBeGreaterThan(0);
  },
);

test("without drift at most 1 feature in 500 is watch or worse", () => {
  const all = [...tally.values()];
  const features = all.reduce((total, counts) => total + counts.features, 0);
  const alarms = all.reduce((total, counts) => total + counts.alarms, 0);
  expect(features).toBeGreaterThan(2500);
  expect(alarms / features).toBeLessThanOrEqual(1 / 500);
});
