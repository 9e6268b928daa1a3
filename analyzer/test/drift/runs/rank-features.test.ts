import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_LIMITS, type PartVerdict, type Status, VERDICTS } from "../../../src/artifact/index.js";
import {
  driftBeyondNoise,
  importanceScale,
  type RankedFigures,
  rankFeatures,
} from "../../../src/drift/index.js";

const calm: PartVerdict = { verdict: "stable", reason: null, value: 0, noise: 0.001 };

function feature(
  name: string,
  part: Partial<RankedFigures> &
    Partial<Record<"missing" | "unseen" | "beyond" | "heaped" | "stale", Partial<PartVerdict>>> = {},
): RankedFigures {
  const { missing, unseen, beyond, heaped, stale, ...rest } = part;
  return {
    name,
    status: "ok",
    importance: null,
    limits: DEFAULT_LIMITS,
    populationStabilityIndex: 0,
    noiseBound: 0.002,
    verdict: "stable",
    verdicts: {
      index: calm,
      missing: { ...calm, ...missing },
      unseen: unseen === undefined ? null : { ...calm, ...unseen },
      beyond: beyond === undefined ? null : { ...calm, ...beyond },
      heaped: heaped === undefined ? null : { ...calm, ...heaped },
      stale: stale === undefined ? null : { ...calm, ...stale },
    },
    ...rest,
  };
}

const order = (...features: RankedFigures[]): string[] => rankFeatures(features).map(({ name }) => name);

test("drift is in limits beyond noise: the greatest of the three parts, at most 3", () => {
  expect(driftBeyondNoise(feature("a", { populationStabilityIndex: 0.252 }))).toBeCloseTo(1, 12);
  expect(driftBeyondNoise(feature("a", { populationStabilityIndex: 0.001 }))).toBe(0);
  expect(driftBeyondNoise(feature("a", { populationStabilityIndex: null, noiseBound: null }))).toBe(0);
  expect(driftBeyondNoise(feature("a", { populationStabilityIndex: 9 }))).toBe(3);
  expect(driftBeyondNoise(feature("a", { missing: { value: -0.06 } }))).toBeCloseTo(2, 12);
  expect(driftBeyondNoise(feature("a", { missing: { value: 0.06, noise: 0.07 } }))).toBe(0);
  expect(driftBeyondNoise(feature("a", { unseen: { value: 0.015 } }))).toBeCloseTo(1.5, 12);
  expect(driftBeyondNoise(feature("a", { unseen: { value: -0.5 } }))).toBe(0);
  expect(driftBeyondNoise(feature("a", { beyond: { value: 0.02 } }))).toBeCloseTo(2, 12);
  expect(driftBeyondNoise(feature("a", { beyond: { value: 0.02, noise: 0.03 } }))).toBe(0);
  expect(driftBeyondNoise(feature("a", { heaped: { value: 0.06 } }))).toBeCloseTo(2, 12);
  expect(driftBeyondNoise(feature("a", { stale: { value: 0.06 } }))).toBeCloseTo(2, 12);
});

test("importance times drift, broken features above all", () => {
  expect(
    order(
      feature("heavy and calm", { importance: 10, populationStabilityIndex: 0.01 }),
      feature("light and moved", { importance: 1, populationStabilityIndex: 0.5 }),
      feature("both", { importance: 8, populationStabilityIndex: 0.3 }),
      feature("broken", {
        importance: 0,
        status: "type-changed",
        populationStabilityIndex: null,
        verdict: "unknown",
      }),
    ),
  ).toEqual(["broken", "both", "light and moved", "heavy and calm"]);
});

test("an unknown importance counts as the median; without any, drift alone ranks", () => {
  const known = [
    feature("a", { importance: 1, populationStabilityIndex: 0.2 }),
    feature("b", { importance: 2, populationStabilityIndex: 0.2 }),
    feature("c", { importance: 9, populationStabilityIndex: 0.2 }),
  ];
  expect(importanceScale(known)).toEqual({ greatest: 9, median: 2 });
  expect(order(feature("x", { populationStabilityIndex: 0.201 }), ...known)).toEqual(["c", "x", "b", "a"]);
  expect(importanceScale([feature("a"), feature("b")])).toEqual({ greatest: 0, median: 0 });
  expect(order(feature("a"), feature("b", { populationStabilityIndex: 0.3 }))).toEqual(["b", "a"]);
});

test("ties: verdict, index over its limit, missing share, name by code point", () => {
  const same = { importance: 0 };
  expect(
    order(
      feature("weight", { importance: 1 }),
      feature("\ufffd", same),
      feature("😀", same),
      feature("B", same),
      feature("a", same),
      feature("missing", { ...same, missing: { value: -0.1, noise: 1 } }),
      feature("index", { ...same, populationStabilityIndex: 0.001 }),
      feature("unknown", { ...same, verdict: "unknown" }),
      feature("watch", { ...same, verdict: "watch" }),
      feature("shifted", { ...same, verdict: "shifted" }),
    ),
  ).toEqual(["shifted", "watch", "unknown", "index", "missing", "B", "a", "weight", "\ufffd", "😀"]);
});

test("the order does not hang on the order given, keeps every feature and changes nothing", () => {
  const share = fc.option(fc.double({ min: 0, max: 2, noNaN: true }));
  const any = fc
    .uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 12 })
    .chain((names) =>
      fc.tuple(
        ...names.map((name) =>
          fc
            .record({
              importance: share,
              populationStabilityIndex: share,
              verdict: fc.constantFrom(...VERDICTS),
              status: fc.constantFrom<Status>("ok", "failed"),
            })
            .map((part) => feature(name, part)),
        ),
      ),
    )
    .chain((features) =>
      fc.tuple(fc.constant(features), fc.shuffledSubarray(features, { minLength: features.length })),
    );
  fc.assert(
    fc.property(any, ([features, shuffled]) => {
      const before = JSON.stringify(features);
      const ranked = rankFeatures(features);
      expect(rankFeatures(shuffled)).toEqual(ranked);
      expect(ranked).toHaveLength(features.length);
      expect(JSON.stringify(features)).toBe(before);
      const firstSound = ranked.findIndex(({ status }) => status === "ok");
      const lastBroken = ranked.findLastIndex(({ status }) => status === "failed");
      expect(lastBroken).toBeLessThan(firstSound < 0 ? ranked.length : firstSound);
    }),
  );
});
