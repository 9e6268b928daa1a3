import fc from "fast-check";
import { svg } from "lit";
import { html } from "lit";
import { expect, test } from "vitest";
import { hatching } from "../../src/parts/hatching.js";
import { draw } from "./draw.js";

test("stays inside its box and fills it", () => {
  const size = fc.integer({ min: 1, max: 120 });
  fc.assert(
    fc.property(size, size, (width, height) => {
      const place = draw(html`<svg>${svg`${hatching(7, 3, width, height)}`}</svg>`);
      const box = place.querySelector("path")!.getBBox();
      expect(box.x).toBeGreaterThanOrEqual(7);
      expect(box.y).toBeGreaterThanOrEqual(3);
      expect(box.x + box.width).toBeLessThanOrEqual(7 + width);
      expect(box.y + box.height).toBeLessThanOrEqual(3 + height);
      if (width + height > 12) expect(box.width).toBeGreaterThan(width - 5);
    }),
    { numRuns: 40 },
  );
});
