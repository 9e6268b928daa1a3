import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import type { FeatureProfile } from "../../src/profile/feature-profile.js";
import { withDataset } from "../dataset/read-columns.js";
import { profilesOf } from "../profile/profiles-of.js";

/** What `../expected/make_pandas.py` wrote of a column. */
interface Described {
  kind: "numeric" | "categorical";
  /** The ten most frequent levels with their rows. */
  top?: [string, number][];
  [figure: string]: unknown;
}

const text = readFileSync(new URL("../expected/pandas.json", import.meta.url), "utf8");
const { columns } = JSON.parse(text) as { columns: Record<string, Described> };
const files = [...new Set(Object.keys(columns).map((address) => address.slice(0, address.indexOf(" "))))];

const EXACT = ["rows", "count", "missing", "distinct", "min", "max"] as const;
/** Greatest relative differences; pandas interpolates and sums in doubles. */
const NEAR = { mean: 1e-12, std: 1e-12, skewness: 1e-9, kurtosis: 1e-9 } as const;
const QUANTILES = ["p1", "p5", "p10", "p25", "p50", "p75", "p90", "p95", "p99"] as const;

function expectAlike({ statistics, levels, kind }: FeatureProfile, pandas: Described): void {
  expect(kind).toBe(pandas.kind);
  const named = EXACT.filter((name) => name in pandas);
  expect(named.map((name) => [name, statistics[name]])).toEqual(named.map((name) => [name, pandas[name]]));
  expect(levels?.slice(0, 10).map(({ value, count }) => [value, count])).toEqual(pandas.top);
  if (kind !== "numeric") return;
  for (const [name, relative] of Object.entries(NEAR)) {
    const [found, wanted] = [Number(statistics[name as keyof typeof NEAR]), Number(pandas[name])];
    expect(Math.abs(found - wanted)).toBeLessThanOrEqual(relative * Math.max(1e-3, Math.abs(wanted)));
  }
  for (const name of QUANTILES) expect(statistics[name]).toBeCloseTo(Number(pandas[name]), 9);
}

test.each(files)("every column of %s is as pandas describes it", async (file) => {
  const path = fileURLToPath(new URL(`../data/${file}`, import.meta.url));
  await withDataset(path, { missingTokens: ["NA"] }, async (dataset) => {
    const names = dataset.columns.map(({ name }) => name);
    const profiles = await profilesOf(dataset, names);
    expect(names.map((name) => `${file} ${name}`)).toEqual(
      Object.keys(columns).filter((address) => address.startsWith(`${file} `)),
    );
    for (const name of names) expectAlike(profiles.get(name)!, columns[`${file} ${name}`]!);
  });
});
