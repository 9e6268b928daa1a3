import { randomBytes } from "node:crypto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { represent } from "../../src/files/representation.js";

test("a small body is there as text too, byte for byte, and all that is kept is counted", async () => {
  const kinds = fc.constantFrom("image/png", "application/json; charset=utf-8");
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 20_000 }), fc.boolean(), kinds, async (length, isRandom, type) => {
      const { variants, bytes } = await represent(
        isRandom ? randomBytes(length) : Buffer.alloc(length),
        type,
      );

      for (const { body, text } of variants) {
        const isSmall = body.length <= 6 * 1024;
        expect(text === null ? null : Buffer.from(text, "latin1")).toEqual(isSmall ? body : null);
      }
      const kept = variants.reduce((sum, { body, text }) => sum + body.length + (text ?? "").length, 0);
      expect(bytes).toBe(kept + 256 * variants.length);
    }),
    { numRuns: 60 },
  );
});
