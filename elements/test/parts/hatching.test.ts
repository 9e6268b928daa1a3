import * as fc from "fast-check";
import { html } from "lit";
import { expect, test } from "vitest";
import { hatching } from "../../src/parts/hatching.js";
import { draw } from "./draw.js";

test("stays inside its box and fills it", () => {
  const size = fc.integer({ min: 1, max: 120 });
  fc.assert(
    fc.property(size, size, (width, height) => {
      const place = draw(html`<svg>${hatching(7, 3, width, height)}</svg>`);
      const box = place.querySelector("path")!.getBBox();
      expect(box.x).toBeGreaterThanOrEqual(7);
      expect(box.y).toBeGreaterThanOrEqual(3);
      expect(box.x + box.width).toBeLessThanOrEqual(7 + width);
      expect(box.y + box.height).toBeLessThanOrEqual(3 + height);
      expect(box.width).toBeGreaterThan(Math.min(width, height) < 8 ? -1 : width - 5);
    }),
    { numRuns: 40 },
  );
});
