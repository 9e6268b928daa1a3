import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mergeMoments, momentFigures } from "../../../src/profile/merge/merge-moments.js";
import { Moments } from "../../../src/profile/values/moments.js";

function stateOf(values: readonly number[]) {
  const moments = new Moments();
  moments.add(Float64Array.from(values), null);
  return moments.state!;
}

/** Parts of a column around a center that would swallow its noise. */
const parts = fc
  .tuple(
    fc.constantFrom(0, 1, -1e6, 1e9),
    fc.array(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 }), {
      minLength: 2,
      maxLength: 8,
    }),
  )
  .map(([center, shards]) => shards.map((shard) => shard.map((noise) => center + noise * 1e-6)));

test("parts merge to the whole, to 1e-12 of the standard deviation, in any order and grouping", () => {
  fc.assert(
    fc.property(parts, fc.nat(), (shards, turn) => {
      const whole = new Moments();
      whole.add(Float64Array.from(shards.flat()), null);
      const states = shards.map(stateOf);
      const at = turn % states.length;
      const turned = [...states.slice(at), ...states.slice(0, at)];
      const inOrder = states.reduce((a, b) => mergeMoments(a, b));
      const backwards = turned.reduceRight((a, b) => mergeMoments(b, a));
      for (const merged of [inOrder, backwards]) {
        const { mean, std, skewness, kurtosis } = momentFigures(merged);
        const spread = whole.std ?? 0;
        expect(merged.count).toBe(whole.count);
        expect(Math.abs(mean! - whole.mean!)).toBeLessThanOrEqual(
          2 * Number.EPSILON * Math.abs(whole.mean!) + 1e-12 * spread,
        );
        expect(Math.abs((std ?? 0) - spread)).toBeLessThanOrEqual(1e-12 * spread);
        if (spread < 1e-3) continue;
        expect(Math.abs(skewness! - whole.skewness!)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(skewness!)));
        expect(Math.abs(kurtosis! - whole.kurtosis!)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(kurtosis!)));
      }
      // Both parts of the mean together know more than a double shows.
      const difference =
        (inOrder.mean[0] - backwards.mean[0] + (inOrder.mean[1] - backwards.mean[1])) * 2 ** inOrder.exponent;
      expect(Math.abs(difference)).toBeLessThanOrEqual(
        1e-12 * (whole.std ?? 0) + 1e-24 * Math.abs(whole.mean!),
      );
    }),
  );
});

test("values at the ends of what a double holds merge too", () => {
  const huge = momentFigures(mergeMoments(stateOf([1e308]), stateOf([-1e308])));
  expect(huge).toMatchObject({ mean: 0, std: Math.SQRT2 * 1e308 });
  const apart = momentFigures(mergeMoments(stateOf([1e-300, 3e-300]), stateOf([1e300, 3e300])));
  expect(apart.mean).toBe(1e300);
  expect(momentFigures(null).mean).toBeNull();
});
