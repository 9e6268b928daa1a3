import * as fc from "fast-check";
import { expect, test } from "vitest";
import { scale, scaleEnd } from "../../src/parts/scale.js";
import { draw } from "./draw.js";

const limits = { watch: 0.1, shifted: 0.25 };
const label = (index: number) => index.toFixed(2);

test("ends at 0.30, or a tenth beyond a greater index", () => {
  expect(scaleEnd(null, limits)).toBeCloseTo(0.3, 12);
  expect(scaleEnd(0.2, limits)).toBeCloseTo(0.3, 12);
  expect(scaleEnd(0.5, limits)).toBeCloseTo(0.55, 12);
});

test("puts the marker and the end of the noise where the figures are", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 0.3, noNaN: true }),
      fc.double({ min: 0.01, max: 0.3, noNaN: true }),
      (index, noiseBound) => {
        const place = draw(scale({ value: index, noise: noiseBound, limits, highest: 0.3 }));
        const marker = place.querySelector<SVGRectElement>(".marker")!;
        const centre = marker.x.baseVal.value + marker.width.baseVal.value / 2;
        const hatched = place.querySelector<SVGPathElement>(".hatching")!.getBBox();
        expect(centre).toBeCloseTo((index / 0.3) * 160, 1);
        expect(Math.abs(hatched.x + hatched.width - (noiseBound / 0.3) * 160)).toBeLessThan(4);
      },
    ),
    { numRuns: 40 },
  );
});

test("draws a caret instead of a marker beyond its end", () => {
  const place = draw(scale({ value: 0.8, noise: null, limits, highest: 0.5 }));
  expect(place.querySelector(".marker")).toBeNull();
  expect(place.querySelector(".beyond")).not.toBeNull();
});

function labelsOf(shifted: number): string[] {
  const place = draw(
    scale({ value: null, noise: null, limits: { watch: 0.1, shifted }, highest: 0.3, label }),
  );
  return Array.from(place.querySelectorAll("text"), (text) => text.textContent);
}

test("labels the limits and 0, and leaves out what would touch", () => {
  expect(labelsOf(0.25)).toEqual(["0.25", "0.10", "0"]);
  expect(labelsOf(0.12)).toEqual(["0.12", "0"]);
});

test("keeps 0 beside a short label of a limit near it, as of shares", () => {
  const place = draw(
    scale({
      value: 0.06,
      noise: null,
      limits: { watch: 0.005, shifted: 0.03 },
      highest: 0.036,
      label: String,
    }),
  );
  expect(Array.from(place.querySelectorAll("text"), (text) => text.textContent)).toEqual([
    "0.03",
    "0.005",
    "0",
  ]);
});

test("shows neither marker nor noise where they are not known", () => {
  const place = draw(scale({ value: null, noise: null, limits }));
  expect(place.querySelectorAll(".marker, .beyond, .hatching")).toHaveLength(0);
  expect(place.querySelectorAll(".rule")).toHaveLength(2);
});
