import { expect, test } from "vitest";
import { ownDisplay } from "../../../src/profile/scan/own-display.js";
import { Summary } from "../../../src/profile/values/summary.js";
import { normal, randomOf } from "../../drift/random.js";

type Draw = (random: () => number) => number;

const twoSided: Draw = (random) => Math.sign(random() - 0.5) * 100 * (1 - random()) ** (-1 / 0.6);
const withFewZeros: Draw = (random) => (random() < 0.005 ? 0 : 100 * (1 - random()) ** (-1 / 0.6));
const withSentinel: Draw = (random) => (random() < 0.02 ? -999 : random());

/** Edges, and the share of the rows that each bin holds, of 20,000 drawn rows. */
function displayOf(draw: Draw): { edges: number[]; shares: number[] } {
  const random = randomOf(7);
  const rows = Float64Array.from({ length: 20_000 }, () => draw(random)).sort();
  const summary = new Summary();
  summary.add(rows, null);
  const { edges } = ownDisplay("numeric", { summary, valueAt: (rank) => rows[rank]! }, false);
  const shares = edges.slice(1).map((high, i) => {
    const held = rows.filter((row) => row >= edges[i]! && row < high);
    return held.length / rows.length;
  });
  return { edges, shares };
}

test.each([
  ["tails to both sides", twoSided],
  ["a long tail that a few zeros keep from a logarithmic axis", withFewZeros],
  ["a code far away from the values", withSentinel],
])("the middle half is not lost in one bin: %s", (_, draw) => {
  expect(Math.max(...displayOf(draw).shares)).toBeLessThan(0.6);
});

test("where bins resolve the middle half the axis reaches from p0.1 to p99.9", () => {
  const { edges } = displayOf(normal);
  expect(edges[0]).toBeLessThan(-3);
  expect(edges.at(-1)).toBeGreaterThan(3);
});
