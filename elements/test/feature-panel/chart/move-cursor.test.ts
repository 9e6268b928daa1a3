import { expect, test } from "vitest";
import { moveCursor } from "../../../src/feature-panel/chart/move-cursor.js";

const BINS = { first: 0, last: 49 };
const never = (): boolean => false;
const beyond = (bin: number): boolean => bin === -1 || bin === 50;
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
  expect(moveCursor(key, from, BINS, never)).toBe(to);
});

test("N goes to the next bin beyond noise, around the end, and stays where there is none", () => {
  expect(moveCursor("n", null, BINS, stands)).toBe(3);
  expect(moveCursor("N", 3, BINS, stands)).toBe(40);
  expect(moveCursor("n", 40, BINS, stands)).toBe(3);
  expect(moveCursor("n", 7, BINS, never)).toBe(7);
});

test.each([
  ["ArrowRight", null, -1],
  ["ArrowRight", 49, 50],
  ["ArrowRight", 50, 50],
  ["ArrowLeft", null, 50],
  ["ArrowLeft", 0, -1],
  ["ArrowLeft", -1, -1],
  ["PageUp", 2, -1],
  ["Home", 30, -1],
  ["End", 30, 50],
] as const)("%s from %j goes to %j where 50 bins have others beyond them", (key, from, to) => {
  expect(moveCursor(key, from, { first: -1, last: 50 }, never)).toBe(to);
});

test("N finds what stands beyond the bins, too", () => {
  expect(moveCursor("n", null, { first: -1, last: 50 }, beyond)).toBe(-1);
  expect(moveCursor("n", -1, { first: -1, last: 50 }, beyond)).toBe(50);
  expect(moveCursor("n", 50, { first: -1, last: 50 }, beyond)).toBe(-1);
});
