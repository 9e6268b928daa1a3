import * as fc from "fast-check";
import { expect, test } from "vitest";
import { restRanks } from "../../../src/profile/scan/rest-ranks.js";

test("a rank among the rest leads to the same value among all", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }),
      fc.uniqueArray(fc.integer({ min: 0, max: 9 })),
      (values, chosen) => {
        const sorted = values.sort((a, b) => a - b);
        const points = [...chosen].map((value) => ({
          value,
          count: sorted.filter((other) => other === value).length,
          below: sorted.filter((other) => other < value).length,
        }));
        const rest = sorted.filter((value) => !points.some((point) => point.value === value));
        const toRank = restRanks(points);
        expect(rest.map((_, rank) => sorted[toRank(rank)])).toEqual(rest);
      },
    ),
  );
});
