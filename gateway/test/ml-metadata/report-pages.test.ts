import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Artifact } from "../../src/ml-metadata/ml-metadata.js";
import { type IdRange, ReportPages } from "../../src/ml-metadata/report-pages.js";

const artifact = (id: number): Artifact => ({ id, uri: "", isLive: true, createdAt: id, texts: new Map() });

/** Reports of some ids among others, and how often they were asked for. */
function reportsOf(ids: Iterable<number>, maxSize = Infinity) {
  const state = { ids: new Set(ids), ranges: [] as IdRange[] };
  const tooLarge = new Error("too large");
  const pages = new ReportPages(
    async (range, size) => {
      state.ranges.push(range);
      if (size > maxSize) throw tooLarge;
      const { from, before } = range;
      const inRange = [...state.ids].filter((id) => id >= (from ?? 0) && id < (before ?? Infinity));
      return inRange
        .toSorted((a, b) => b - a)
        .slice(0, size)
        .map(artifact);
    },
    (error) => error === tooLarge,
  );
  const read = async (most = Infinity) => {
    const found: number[] = [];
    for await (const page of pages.read()) {
      found.push(...page.map(({ id }) => id));
      if (found.length >= most) break;
    }
    return found;
  };
  return { state, read };
}

const newestFirst = (ids: Iterable<number>) => [...ids].toSorted((a, b) => b - a);
const someIds = fc
  .tuple(
    fc.integer({ min: 0, max: 450 }),
    fc.constantFrom(1, 3, 40, 5000, 1e9),
    fc.integer({ min: 1, max: 1e6 }),
  )
  .chain(([count, gap, start]) =>
    fc.array(fc.integer({ min: 1, max: gap }), { minLength: count, maxLength: count }).map((gaps) =>
      gaps.map(
        (
          (sum) => (step: number) =>
            (sum += step)
        )(start),
      ),
    ),
  );

test("all are read once, the newest first, however they lie among others, also after some came and went", async () => {
  await fc.assert(
    fc.asyncProperty(
      someIds,
      fc.nat(99),
      fc.nat(150),
      fc.integer({ min: 1, max: 200 }),
      async (ids, from, went, maxSize) => {
        const { state, read } = reportsOf(ids, maxSize);
        expect(await read()).toEqual(newestFirst(ids));
        await read(100);
        for (const id of newestFirst(ids).slice(from, from + went)) state.ids.delete(id);
        const newest = Math.max(0, ...ids);
        for (let i = 1; i <= went; i += 7) state.ids.add(newest + i);

        expect(await read()).toEqual(newestFirst(state.ids));
        expect(await read()).toEqual(newestFirst(state.ids));
      },
    ),
    { numRuns: 200 },
  );
});

test("once a page is known, a look at the newest asks for no more ids than it took", async () => {
  const { state, read } = reportsOf(Array.from({ length: 5000 }, (_, i) => 3 * i + 1));
  await read();
  // A page each, and none to see that there are no more.
  expect(state.ranges).toHaveLength(51);
  state.ranges.length = 0;

  await read(100);
  expect(state.ranges).toEqual([{ from: 14_701, before: null }]);
});

test("few reports among very many other artifacts take few calls", async () => {
  const { state, read } = reportsOf(Array.from({ length: 101 }, (_, i) => 1 + i * 10_000_000));
  await read();

  expect(state.ranges.length).toBeLessThan(20);
});

test("a list that goes in circles ends", async () => {
  const ids = Array.from({ length: 100 }, (_, i) => 200_000 - i);
  const pages = new ReportPages(
    async () => ids.map(artifact),
    () => false,
  );
  const read = async () => {
    for await (const page of pages.read()) expect(page).toHaveLength(100);
  };

  await expect(read()).rejects.toMatchObject({ code: "store-unreachable" });
});
