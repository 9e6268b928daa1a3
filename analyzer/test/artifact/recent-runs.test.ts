import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type RecentRun, RunGatherer, recentRunsOf } from "../../src/artifact/index.js";

const run: fc.Arbitrary<RecentRun> = fc
  .record({
    day: fc.integer({ min: 1, max: 9 }),
    populationStabilityIndex: fc.option(fc.double({ noNaN: true })),
    verdict: fc.constantFrom("stable", "watch", "shifted", "unknown"),
    referenceId: fc.option(fc.constantFrom("ab", "cd", "ef")),
  })
  .map(({ day, ...figures }) => ({
    run: `run-${day}`,
    start: day > 1 ? `2026-11-0${day - 1}T00:00:00Z` : null,
    end: `2026-11-0${day}T00:00:00Z`,
    ...figures,
  }));

test("whatever rows are gathered come out as they were, each run and reference listed once", () => {
  fc.assert(
    fc.property(fc.array(fc.array(run, { maxLength: 30 }), { maxLength: 20 }), (rows) => {
      const gatherer = new RunGatherer();
      const gathered = rows.map((recent) => gatherer.add(recent));
      const { listed } = gatherer;
      expect(gathered.map((recent) => recentRunsOf(listed, recent))).toEqual(rows);
      expect(new Set(listed.runs.map((each) => each.run)).size).toBe(listed.runs.length);
      expect(new Set(listed.referenceIds).size).toBe(listed.referenceIds.length);
    }),
  );
});
