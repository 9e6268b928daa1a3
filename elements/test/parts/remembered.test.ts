import { expect, test } from "vitest";
import { remembered } from "../../src/parts/remembered.js";

test("computes again only where an argument is another", () => {
  let times = 0;
  const pair = remembered((a: number, b: string) => {
    times++;
    return [a, b];
  });
  const first = pair(Number.NaN, "a");
  expect(pair(Number.NaN, "a")).toBe(first);
  expect(times).toBe(1);
  expect(pair(1, "a")).toEqual([1, "a"]);
  expect(pair(1, "b")).toEqual([1, "b"]);
  expect(times).toBe(3);
});
