import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { mapConcurrently } from "../src/map-concurrently.js";

test("results keep the order of the items, and no more than the limit are in flight", async () => {
  let inFlight = 0;
  let most = 0;
  const results = await mapConcurrently([5, 1, 4, 2, 3], 2, async (item) => {
    most = Math.max(most, ++inFlight);
    await setTimeout(item);
    inFlight--;
    return item * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});

test("the first error ends it once the calls in flight have ended", async () => {
  const ended: number[] = [];
  const mapped = mapConcurrently([1, 2, 3, 4], 2, async (item) => {
    await setTimeout(item);
    if (item === 1) throw new Error("first");
    ended.push(item);
  });
  await expect(mapped).rejects.toThrow("first");
  expect(ended).toEqual([2]);
});

test("nothing to map gives nothing", async () => {
  expect(await mapConcurrently([], 2, () => Promise.resolve(1))).toEqual([]);
});
