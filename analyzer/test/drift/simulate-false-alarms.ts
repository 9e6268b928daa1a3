import { DEFAULT_LIMITS, type Drift, type FrozenFeature } from "../../src/artifact/index.js";
import { adjustAndJudge, isAlarm, measureDrift, metricValue } from "../../src/drift/index.js";
import { countByHand } from "./count-by-hand.js";
import { freezeLevels, freezeNumbers } from "./freeze-by-hand.js";
import { normal, randomOf } from "./random.js";

/** How a row of each sort of feature is drawn, the same on both sides. Some rows are missing, as in life. */
export const FAMILIES: Record<string, (random: () => number) => number | string | null> = {
  continuous: (random) => (random() < 0.03 ? null : normal(random)),
  "integer ages": (random) => Math.min(75, Math.max(18, Math.round(38 + 11 * normal(random)))),
  Poisson: poisson,
  "85 % zeros": (random) => (random() < 0.85 ? 0 : random() ** (-1 / 1.5)),
  "heavy tails": (random) => normal(random) / normal(random),
  "60 uniform levels": (random) => `level ${Math.floor(60 * random())}`,
  "100 uniform levels": (random) => `level ${Math.floor(100 * random())}`,
  "Zipf levels": (random) => (random() < 0.01 ? null : `level ${Math.floor(random() ** -1.2)}`),
};

/** Rows of reference and current. */
export const PAIRS = [
  [200, 200],
  [200, 20_000],
  [500, 120],
  [1000, 300],
  [2000, 2000],
  [5000, 500],
  [20_000, 200],
  [20_000, 5000],
  [20_000, 20_000],
] as const;

/** Features of each family in a run, all judged together as a run's features are. */
const FEATURES = 10;
const [RUNS, RUNS_OF_MANY_ROWS] = [24, 6];
const MANY_ROWS = 30_000;

/** Features without drift: how many, how many had any level or range with a bin of its own, how many an index above their noise bound, how many were watch or worse, and how many for values beyond an extreme. */
export interface Tally {
  family: string;
  reference: number;
  current: number;
  features: number;
  compared: number;
  aboveNoise: number;
  alarms: number;
  beyond: number;
}

/** Without drift: per family and pair of row counts, how often the index was above its noise bound, and how often the feature alarmed. */
export function simulateFalseAlarms(): Tally[] {
  const random = randomOf(20_261_122);
  const families = Object.keys(FAMILIES);
  return PAIRS.flatMap(([reference, current]) => {
    const none = { reference, current, features: 0, compared: 0, aboveNoise: 0, alarms: 0, beyond: 0 };
    const tallies = new Map(families.map((family) => [family, { family, ...none }]));
    const runs = reference + current > MANY_ROWS ? RUNS_OF_MANY_ROWS : RUNS;
    for (let run = 0; run < runs; run++) {
      const drifts = new Map<string, Drift>();
      for (const [name, row] of Object.entries(FAMILIES)) {
        for (let i = 0; i < FEATURES; i++) {
          drifts.set(`${name}/${i}`, withoutDrift(row, reference, current, random));
        }
      }
      for (const [key, drift] of adjustAndJudge(drifts)) {
        const tally = tallies.get(key.split("/")[0]!)!;
        tally.features++;
        if (drift.verdicts.index.reason !== "only-other") tally.compared++;
        if (metricValue(drift, "populationStabilityIndex")! > drift.noiseBound!) tally.aboveNoise++;
        if (isAlarm(drift)) tally.alarms++;
        if (isAlarm(drift.verdicts.beyond)) tally.beyond++;
      }
    }
    return [...tallies.values()];
  });
}

/** The sum of some tallies. */
export function sumOf(tallies: readonly Tally[]): Omit<Tally, "family" | "reference" | "current"> {
  const sum = (name: "features" | "compared" | "aboveNoise" | "alarms" | "beyond"): number =>
    tallies.reduce((total, tally) => total + tally[name], 0);
  return {
    features: sum("features"),
    compared: sum("compared"),
    aboveNoise: sum("aboveNoise"),
    alarms: sum("alarms"),
    beyond: sum("beyond"),
  };
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
