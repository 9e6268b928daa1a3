import * as fc from "fast-check";

/** Finite values, −0 as 0. */
export const finiteValue = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);

/** Columns of finite values as they come: spread out, clustered, or with few different ones. */
export const finiteValues = fc
  .oneof(
    fc.array(finiteValue, { minLength: 1, maxLength: 300 }),
    fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 300 }),
    fc.array(
      fc.double({ min: 0, max: 1, noNaN: true }).map((noise) => 1e9 + noise),
      { minLength: 1, maxLength: 300 },
    ),
    fc.array(fc.constantFrom(0, 0, 0, 600, 600.0000001, 601, -1e300, 5e-324), {
      minLength: 1,
      maxLength: 300,
    }),
  )
  .map((values) => Float64Array.from(values));
