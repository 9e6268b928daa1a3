import { expect, test } from "vitest";
import { DEFAULT_LIMITS, type Drift } from "../../../src/artifact/index.js";
import { adjustAndJudge, measureDrift } from "../../../src/drift/index.js";
import { countByHand } from "../count-by-hand.js";
import { freezeNumbers } from "../freeze-by-hand.js";
import { normal, randomOf } from "../random.js";

function drifted(seed: number, by: number, rows: number): Drift {
  const random = randomOf(seed);
  const frozen = freezeNumbers(Array.from({ length: 2000 }, () => normal(random)));
  const current = Array.from({ length: rows }, () => by + normal(random));
  return measureDrift(frozen, countByHand(frozen, current), DEFAULT_LIMITS);
}

test("a shift by chance in one of many features is called noise, a real one is not", () => {
  const lucky = Array.from({ length: 200 }, (_, i) => drifted(i, 0.12, 200)).find(
    ({ verdict, pValue }) => verdict === "watch" && pValue! > 0.001,
  )!;
  expect(lucky.verdict).toBe("watch");
  const calm = Array.from({ length: 60 }, (_, i): [string, Drift] => [
    `calm ${i}`,
    drifted(1000 + i, 0, 2000),
  ]);
  const drifts = new Map([["lucky", lucky], ["real", drifted(5, 0.8, 2000)], ...calm]);
  const judged = adjustAndJudge(drifts);
  expect([...judged.keys()]).toEqual([...drifts.keys()]);
  expect(judged.get("lucky")).toMatchObject({
    verdict: "stable",
    verdicts: { index: { reason: "within-noise" } },
  });
  expect(judged.get("real")!.verdict).toBe("shifted");
  for (const [name, { adjustedPValue, pValue }] of judged) {
    expect(adjustedPValue).toBeGreaterThanOrEqual(drifts.get(name)!.pValue!);
    expect(pValue).toBe(drifts.get(name)!.pValue);
  }
});

test("a feature without a p-value takes no part", () => {
  const one = drifted(1, 0.3, 500);
  const alone = adjustAndJudge(new Map([["one", one]]));
  const beside = adjustAndJudge(
    new Map([
      ["one", one],
      ["empty", drifted(2, 0, 0)],
    ]),
  );
  expect(alone.get("one")!.adjustedPValue).toBe(one.pValue);
  expect(beside.get("one")).toEqual(alone.get("one"));
  expect(beside.get("empty")).toMatchObject({ adjustedPValue: null, verdict: "unknown" });
});
