import * as fc from "fast-check";

/** Counts of two sides in the same bins, each side with at least one row. */
export const twoSides: fc.Arbitrary<{ reference: number[]; current: number[] }> = fc
  .array(fc.tuple(anyCount(), anyCount()), { minLength: 1, maxLength: 15 })
  .map((pairs) => ({ reference: pairs.map(([r]) => r), current: pairs.map(([, c]) => c) }))
  .filter(({ reference, current }) => reference.some((r) => r > 0) && current.some((c) => c > 0));

function anyCount(): fc.Arbitrary<number> {
  return fc.oneof(fc.constant(0), fc.nat(20), fc.nat(1_000_000));
}

/** Two sides, and the same two with their bins in another order. */
export const twoSidesShuffled = twoSides.chain((sides) =>
  fc.shuffledSubarray([...sides.reference.keys()], { minLength: sides.reference.length }).map((order) => ({
    sides,
    shuffled: {
      reference: order.map((i) => sides.reference[i]!),
      current: order.map((i) => sides.current[i]!),
    },
  })),
);
