import * as fc from "fast-check";
import { expect, test } from "vitest";
import { VERDICTS, type Verdict } from "../../../src/artifact/index.js";
import { since } from "../../../src/drift/index.js";

const rows = (...verdicts: Verdict[]) => verdicts.map((verdict, run) => ({ verdict, run }));

test("the first run of the unbroken stretch, and its length", () => {
  expect(since(rows("stable", "watch", "stable", "watch", "watch"))).toEqual({
    first: { verdict: "watch", run: 3 },
    runs: 2,
    open: false,
  });
  expect(since(rows("watch", "shifted"))).toMatchObject({ first: { run: 1 }, runs: 1, open: false });
  expect(since(rows("shifted", "shifted"))).toMatchObject({ first: { run: 0 }, runs: 2, open: true });
  expect(since([])).toBeNull();
});

test("all of the stretch has the verdict, and the run before it another", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...VERDICTS), { minLength: 1 }), (verdicts) => {
      const { first, runs, open } = since(rows(...verdicts))!;
      expect(first.run).toBe(verdicts.length - runs);
      expect(new Set(verdicts.slice(first.run)).size).toBe(1);
      expect(open).toBe(first.run === 0);
      expect(verdicts[first.run - 1]).not.toBe(verdicts.at(-1));
    }),
  );
});
