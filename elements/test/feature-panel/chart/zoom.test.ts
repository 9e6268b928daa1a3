import * as fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Zoom,
  domainOf,
  zoomAround,
  zoomHolding,
  zoomTo,
} from "../../../src/feature-panel/chart/zoom.js";

const bins = fc.integer({ min: 1, max: 60 });
const any = fc.tuple(bins, fc.nat(), fc.nat()).map(([count, a, b]) => [count, a % count, b % count] as const);

function isInside(zoom: Zoom | null, count: number): boolean {
  return (
    zoom === null ||
    (zoom.first >= 0 &&
      zoom.end <= count &&
      zoom.end - zoom.first >= Math.min(5, count) &&
      zoom.end - zoom.first < count)
  );
}

test("no zoom leaves the data or goes below five bins", () => {
  fc.assert(
    fc.property(any, fc.double({ min: 0.1, max: 10, noNaN: true }), ([count, from, to], factor) => {
      const drawn = zoomTo(count, from, to);
      expect(isInside(drawn, count)).toBe(true);
      expect(isInside(zoomAround(drawn, count, from, factor), count)).toBe(true);
      expect(isInside(zoomHolding(drawn, count, to), count)).toBe(true);
    }),
  );
});

test("a drawn stretch is in view, in either direction", () => {
  fc.assert(
    fc.property(any, ([count, from, to]) => {
      const zoom = zoomTo(count, from, to) ?? { first: 0, end: count };
      expect(zoom.first).toBeLessThanOrEqual(Math.min(from, to));
      expect(zoom.end).toBeGreaterThan(Math.max(from, to));
      expect(zoomTo(count, to, from)).toEqual(zoomTo(count, from, to));
    }),
  );
});

test("a stretch or a key beyond an end of the axis shows that end", () => {
  expect(zoomTo(50, -1, 9)).toEqual({ first: 0, end: 10 });
  expect(zoomTo(50, 40, 50)).toEqual({ first: 40, end: 50 });
  expect(zoomHolding({ first: 20, end: 30 }, 50, -1)).toEqual({ first: 0, end: 10 });
  expect(zoomHolding({ first: 20, end: 30 }, 50, 50)).toEqual({ first: 40, end: 50 });
});

test("closer ends at five bins, wider ends at all", () => {
  let zoom: Zoom | null = null;
  for (let step = 0; step < 30; step++) zoom = zoomAround(zoom, 50, 20, 0.7);
  expect(zoom!.end - zoom!.first).toBe(5);
  expect(zoom!.first).toBeLessThanOrEqual(20);
  expect(zoom!.end).toBeGreaterThan(20);
  for (let step = 0; step < 30; step++) zoom = zoomAround(zoom, 50, 20, 1.4);
  expect(zoom).toBeNull();
});

test("the view follows the cursor by as little as needed", () => {
  expect(zoomHolding({ first: 10, end: 20 }, 50, 20)).toEqual({ first: 11, end: 21 });
  expect(zoomHolding({ first: 10, end: 20 }, 50, 3)).toEqual({ first: 3, end: 13 });
  expect(zoomHolding({ first: 10, end: 20 }, 50, 15)).toEqual({ first: 10, end: 20 });
  expect(zoomHolding(null, 50, 15)).toBeNull();
});

test("the domain is told by the written edges", () => {
  expect(domainOf({ first: 1, end: 3 }, [0, 10, 100, 1000])).toEqual([10, 1000]);
  expect(domainOf(null, [0, 1])).toBeNull();
});
