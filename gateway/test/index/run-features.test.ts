import type { ManifestFeature } from "@featurescope/analyzer/artifact";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { FeaturePacker } from "../../src/index/feature-packer.js";
import type { RunFeatures } from "../../src/index/run-features.js";
import { summaryOf } from "../support/make-documents.js";

function packed(features: readonly ManifestFeature[]): RunFeatures {
  const packer = new FeaturePacker();
  for (const feature of features) packer.add(feature);
  return packer.pack();
}

const figure = fc.double({ noNaN: true, noDefaultInfinity: true });
const maybe = fc.option(figure);
/** Of the thousand rows, or of others. */
const share = fc.oneof(
  figure,
  fc.nat({ max: 1000 }).map((rows) => rows / 1000),
);
const shares = fc.array(share, { maxLength: 4 });

/** Features as the analyzer may write them, in any state. */
const features = fc.uniqueArray(
  fc
    .record({
      name: fc.constantFrom("age", "income", "Ä/d", "__proto__", "constructor"),
      figures: fc.record({
        missingShare: maybe,
        populationStabilityIndex: maybe,
        mean: maybe,
        importance: maybe,
        verdict: fc.constantFrom("stable", "watch", "shifted", "unknown"),
        referenceId: fc.constantFrom(null, "one", "other"),
        reference: fc.option(fc.record({ p25: maybe, p50: maybe, p75: maybe })),
        title: fc.constantFrom({}, { en: "Age" }),
        finding: fc.record({
          code: fc.constantFrom("as-before", "gone-and-new"),
          arguments: fc.dictionary(
            fc.constantFrom("gone", "new", "__proto__"),
            fc.oneof(fc.constantFrom("x", 1, true, null), figure),
          ),
        }),
        shape: fc.option(
          fc.record({
            type: fc.constantFrom("bins", "levels"),
            current: shares,
            reference: fc.option(shares),
          }),
        ),
      }),
    })
    .map(({ name, figures }): ManifestFeature => ({ ...summaryOf({ name }), ...figures })),
  { selector: ({ name }) => name, maxLength: 5 },
);

function expectSame(run: RunFeatures, rows: readonly ManifestFeature[]): void {
  expect(JSON.stringify(rows.map((_, row) => run.at(row)))).toBe(JSON.stringify(rows));
  expect(run.verdicts()).toEqual(rows.map(({ verdict }) => verdict));
  for (const [row, { key, name, ...feature }] of rows.entries()) {
    expect(run.figure(row, "populationStabilityIndex")).toBe(feature.populationStabilityIndex);
    expect(run.figure(row, "missingShare")).toBe(feature.missingShare);
    expect([run.verdict(row), run.referenceId(row), run.title(row)]).toEqual([
      feature.verdict,
      feature.referenceId,
      feature.title,
    ]);
    expect([run.names.rowOf(key), run.names.rowOf(name)]).toEqual([row, row]);
  }
}

test("whatever features say, it comes out as it went in, also of runs that share with one another", () => {
  fc.assert(
    fc.property(fc.array(features, { minLength: 1, maxLength: 3 }), (runs) => {
      const packs = runs.map(packed);
      for (const [i, run] of packs.entries()) if (i > 0) run.shareWith(packs[i - 1]!);

      for (const [i, run] of packs.entries()) expectSame(run, runs[i]!);
      expect(packs[0]!.names.rowOf("none")).toBeNull();
    }),
  );
});

test("a run takes less memory beside another of the same features, and one with another reference does not", () => {
  const rows = Array.from({ length: 50 }, (_, i) => summaryOf({ name: `f${i}`, mean: i }));
  const [first, second, other] = [
    packed(rows),
    packed(rows.map((row) => ({ ...row, mean: 2 }))),
    packed(rows.map((row) => ({ ...row, referenceId: "another" }))),
  ];
  const alone = first.bytes;
  second.shareWith(first);
  other.shareWith(first);

  expect([second.names, second.bytes < alone / 2]).toEqual([first.names, true]);
  expect([other.names, other.bytes >= alone]).toEqual([first.names, true]);
});

test("lists of any length are taken", () => {
  const current = Array.from({ length: 300_000 }, (_, i) => i);
  const feature = {
    ...summaryOf({ name: "age" }),
    shape: { type: "bins" as const, current, reference: null },
  };

  expect(packed([feature]).at(0)).toEqual(feature);
});
