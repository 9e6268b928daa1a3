import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Artifact } from "../../src/ml-metadata/ml-metadata.js";
import { type IdRange, ReportPages } from "../../src/ml-metadata/report-pages.js";

const artifact = (id: number): Artifact => ({ id, uri: "", isLive: true, createdAt: id, texts: new Map() });

/** Reports of some ids among others, of which some alone are too large, and how often they were asked for. */
function reportsOf(ids: Iterable<number>, maxSize = Infinity, oversize: Iterable<number> = []) {
  const state = { ids: new Set(ids), oversize: new Set(oversize), ranges: [] as IdRange[], now: 0 };
  const tooLarge = new Error("too large");
  const pages = new ReportPages(
    async (range, size) => {
      state.ranges.push(range);
      if (size > maxSize) throw tooLarge;
      const { from, before, without = [] } = range;
      const found = [...state.ids]
        .filter((id) => id >= (from ?? 0) && id < (before ?? Infinity) && !without.includes(id))
        .toSorted((a, b) => b - a)
        .slice(0, size);
      if (size > maxSize || found.some((id) => state.oversize.has(id))) throw tooLarge;
      return found.map(artifact);
    },
    (error) => error === tooLarge,
    () => state.now,
  );
  const read = async (most = Infinity) => {
    const found: number[] = [];
    for await (const page of pages.read()) {
      for (const { id, isOversize = false } of page)
        expect([id, isOversize]).toEqual([id, state.oversize.has(id)]);
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
      fc.array(fc.nat(449), { maxLength: 4 }),
      async (ids, from, went, maxSize, large) => {
        const { state, read } = reportsOf(
          ids,
          maxSize,
          large.map((at) => ids[at] ?? 0),
        );
        expect(await read()).toEqual(newestFirst(ids));
        await read(100);
        for (const id of newestFirst(ids).slice(from, from + went)) state.ids.delete(id);
        state.now += 3_600_000;
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
  expect(state.ranges).toEqual([{ from: 14_701, before: null, without: [] }]);
});

test("those that alone are too large are told in their places, and cost nothing once they are known", async () => {
  const ids = Array.from({ length: 300 }, (_, i) => 3 * i + 1);
  const { state, read } = reportsOf(ids, Infinity, [1, 400, 403, 898]);
  expect(await read()).toEqual(newestFirst(ids));

  state.ranges.length = 0;
  expect(await read()).toEqual(newestFirst(ids));
  expect(state.ranges).toHaveLength(3);
});

test.each([1, 37, 99, 250, 480])(
  "one that is too large, after %i newer ones, is found in few calls",
  async (at) => {
    const ids = newestFirst(Array.from({ length: 500 }, (_, i) => 300_000 - 3 * i));
    const { state, read } = reportsOf(ids, Infinity, [ids[at]!]);

    expect(await read()).toEqual(ids);
    // Five pages without it.
    expect(state.ranges.length).toBeLessThan(5 + 20);
  },
);

test("many that are too large are told each once, few of them in a query", async () => {
  const ids = Array.from({ length: 500 }, (_, i) => 3 * i + 1);
  const { state, read } = reportsOf(ids, Infinity, ids.slice(100, 450));
  expect(await read()).toEqual(newestFirst(ids));

  state.ranges.length = 0;
  expect(await read()).toEqual(newestFirst(ids));
  expect(state.ranges.length).toBeLessThan(10);
  for (const { without = [] } of state.ranges) expect(without.length).toBeLessThanOrEqual(100);
});

test("one that was too large is looked at again after an hour, when it may be another, or gone", async () => {
  const { state, read } = reportsOf([1, 2, 3, 4], Infinity, [2, 3, 4]);
  await read();
  state.ranges.length = 0;
  state.now = 3_599_000;
  await read();
  expect(state.ranges).toHaveLength(1);

  state.oversize.delete(2);
  state.ids.delete(3);
  state.now = 3_600_000;
  expect(await read()).toEqual([4, 2, 1]);
  expect(await read()).toEqual([4, 2, 1]);
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
