import { expect, test } from "vitest";
import { moveCursor } from "../../src/feature-panel/cursor-keys.js";

const never = (): boolean => false;
const stands = (bin: number): boolean => bin === 3 || bin === 40;

test.each([
  ["ArrowRight", null, 0],
  ["ArrowRight", 48, 49],
  ["ArrowRight", 49, 49],
  ["ArrowLeft", null, 49],
  ["ArrowLeft", 0, 0],
  ["ArrowDown", 3, 4],
  ["ArrowUp", 3, 2],
  ["PageDown", 10, 15],
  ["PageDown", 48, 49],
  ["PageUp", 10, 5],
  ["PageUp", 2, 0],
  ["Home", 30, 0],
  ["End", 30, 49],
  ["x", 30, null],
  ["Tab", 30, null],
] as const)("%s from %j goes to %j of 50", (key, from, to) => {
  expect(moveCursor(key, from, 50, never)).toBe(to);
});

test("N goes to the next bin beyond noise, around the end, and stays where there is none", () => {
  expect(moveCursor("n", null, 50, stands)).toBe(3);
  expect(moveCursor("N", 3, 50, stands)).toBe(40);
  expect(moveCursor("n", 40, 50, stands)).toBe(3);
  expect(moveCursor("n", 7, 50, never)).toBe(7);
});
