import { expect, test } from "vitest";
import { summarizeFeatures } from "../../../src/drift/index.js";

test("verdicts, broken apart, and how many are above noise by chance alone", () => {
  const row = {
    status: "ok",
    verdict: "stable",
    populationStabilityIndex: 0.001,
    noiseBound: 0.002,
  } as const;
  const summary = summarizeFeatures([
    ...Array.from({ length: 36 }, () => row),
    { ...row, verdict: "shifted", populationStabilityIndex: 0.3 },
    { ...row, populationStabilityIndex: 0.003 },
    { ...row, populationStabilityIndex: 0.002 },
    { ...row, verdict: "watch" },
    { ...row, verdict: "unknown", populationStabilityIndex: null, noiseBound: null },
    { ...row, status: "failed", verdict: "unknown", populationStabilityIndex: null, noiseBound: null },
  ]);
  expect(summary).toEqual({
    counts: { broken: 1, shifted: 1, watch: 1, unknown: 1, stable: 38 },
    compared: 40,
    aboveNoise: 2,
    expectedByChance: 2,
  });
});
