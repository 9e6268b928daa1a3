import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { withDataset } from "../dataset/read-columns.js";
import { profilesOf } from "../profile/profiles-of.js";

/** What `../expected/make_expected.py` wrote of a column. */
interface Expected {
  points: number[];
  withoutPoints: Record<string, number | null> | null;
  [figure: string]: unknown;
}

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const { columns } = JSON.parse(read("../expected/expected.json")) as { columns: Record<string, Expected> };

/** Figures that have to be equal to the last bit. */
const EXACT =
  "rows count missing positiveInfinity negativeInfinity zeros negatives distinct min max p1 p5 p10 p25 p50 p75 p90 p95 p99";

/** Greatest relative differences. */
const NEAR = { mean: 1e-12, std: 1e-12, skewness: 1e-9, kurtosis: 1e-9 };

describe.each(Object.entries(columns))("%s", (address, expected) => {
  const [file, name] = [address.slice(0, address.indexOf(" ")), address.slice(address.indexOf(" ") + 1)];

  test("statistics are those of NumPy, SciPy and exact arithmetic", async () => {
    const path = fileURLToPath(new URL(`../data/${file}`, import.meta.url));
    const profiles = await withDataset(path, { missingTokens: ["NA"] }, (dataset) =>
      profilesOf(dataset, [name], new Map()),
    );
    const { statistics, points } = profiles.get(name)!;
    for (const figure of EXACT.split(" ")) {
      expect([figure, statistics[figure as keyof typeof statistics]]).toEqual([figure, expected[figure]]);
    }
    for (const [figure, relative] of Object.entries(NEAR)) {
      const [found, wanted] = [Number(statistics[figure as keyof typeof NEAR]), Number(expected[figure])];
      expect(Math.abs(found - wanted)).toBeLessThanOrEqual(relative * Math.abs(wanted));
    }
    expect(points.map(({ value }) => value).sort((a, b) => a - b)).toEqual(expected.points);
    expect(statistics.withoutPoints).toEqual(expected.withoutPoints);
  });
});
