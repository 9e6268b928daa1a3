import * as fc from "fast-check";
import { expect, test } from "vitest";
import { miniature } from "../../src/parts/miniature.js";
import { draw } from "./draw.js";

const size = { width: 120, height: 28, empty: "not drawn" };

function tops(path: string): number[] {
  return Array.from(path.matchAll(/M[\d.]+ ([\d.]+)H/g), (match) => Number(match[1]));
}

test("draws bars as high as their shares, the tallest to the top", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(share, { minLength: 1, maxLength: 25 }), (current) => {
      fc.pre(Math.max(...current) > 0.001);
      const place = draw(miniature({ type: "bins", current, reference: null }, size));
      const heights = tops(place.querySelector(".tops")!.getAttribute("d")!).map((y) => 27 - y);
      expect(heights).toHaveLength(current.length);
      const largest = Math.max(...current);
      for (const [i, height] of heights.entries())
        expect(height).toBeCloseTo((26 * current[i]!) / largest, 1);
    }),
    { numRuns: 60 },
  );
});

test("has one outline across neighbouring values and a tick a level", () => {
  const shape = { current: [0.2, 0.8], reference: [0.5, 0.5] };
  const outline = (type: "bins" | "levels") =>
    draw(miniature({ type, ...shape }, size))
      .querySelector(".outline")!
      .getAttribute("d")!
      .split("M").length - 1;
  expect(outline("bins")).toBe(1);
  expect(outline("levels")).toBe(2);
});

test("puts both sides on one scale", () => {
  const place = draw(miniature({ type: "levels", current: [0.2], reference: [0.8] }, size));
  const [bar] = tops(place.querySelector(".tops")!.getAttribute("d")!);
  const [tick] = tops(place.querySelector(".outline")!.getAttribute("d")!);
  expect(27 - bar!).toBeCloseTo((27 - tick!) / 4, 1);
});

test("says so where there is nothing to draw, and draws no reference that is not there", () => {
  expect(draw(miniature(null, size)).textContent).toContain("not drawn");
  const alone = draw(miniature({ type: "bins", current: [1], reference: null }, size));
  expect(alone.querySelector(".outline")).toBeNull();
  const nothing = draw(miniature({ type: "bins", current: [0, 0], reference: [0, 0] }, size));
  expect(nothing.innerHTML).not.toContain("NaN");
});
