import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/artifact/index.js";
import { measureDrift, metricValue } from "../../src/drift/index.js";
import { freezeFeature } from "../../src/profile/freeze-feature.js";
import { DRAWS } from "../drift/draws.js";
import { expected } from "../drift/expected.js";
import { randomOf } from "../drift/random.js";
import { profileRows } from "./profile-rows.js";

const CASES = [...expected.distances, ...expected.distancesOfFewRows];

test.each(CASES)("$name, $reference and $current rows: SciPy's value within 0.002", (scipy) => {
  const [reference, current] = DRAWS[scipy.name]!;
  const random = randomOf(scipy.seed);
  const draw = (rows: number, row: (random: () => number) => number): number[] =>
    Array.from({ length: rows }, () => row(random));
  const frozen = freezeFeature(profileRows(draw(scipy.reference, reference), null));
  const { counts } = profileRows(draw(scipy.current, current), frozen);
  const drift = measureDrift(frozen, counts!, DEFAULT_LIMITS);
  const statistic = metricValue(drift, "kolmogorovSmirnovStatistic")!;
  const distance = metricValue(drift, "wassersteinDistance")!;
  expect(Math.abs(statistic - scipy.kolmogorovSmirnov)).toBeLessThan(0.002);
  expect(Math.abs(distance - scipy.wasserstein)).toBeLessThan(0.002);
});
