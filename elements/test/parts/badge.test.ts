import { DEFAULT_LIMITS, type PartVerdict, type Status, type Verdict } from "@featurescope/analyzer/artifact";
import { expect, test } from "vitest";
import { badge } from "../../src/parts/badge.js";
import { glyph } from "../../src/parts/glyph.js";
import { STATES } from "../../src/parts/state.js";
import { en } from "../../src/words/en.js";
import { draw } from "./draw.js";

const part = (verdict: Verdict, value: number | null): PartVerdict => ({
  verdict,
  reason: null,
  value,
  noise: 0.001,
});

function says(
  index: number | null,
  indexVerdict: Verdict,
  missing: PartVerdict,
  status: Status = "ok",
): string {
  const place = draw(
    badge({
      status,
      verdict: missing.verdict === "shifted" ? "shifted" : indexVerdict,
      verdicts: { index: part(indexVerdict, index), missing, unseen: null, beyond: null, heaped: null },
      index,
      limits: DEFAULT_LIMITS,
      words: en,
    }),
  );
  return place.textContent.replaceAll(/\s+/g, " ").trim();
}

test("says the word and the index", () => {
  expect(says(0.213, "watch", part("stable", 0))).toBe("watch PSI 0.21");
});

test("says another part's figure where that part is the worst", () => {
  expect(says(0.09, "stable", part("shifted", 0.062))).toBe("shifted missing +6.2 pp");
});

test("says by how much values are beyond the reference's where that is the worst", () => {
  const place = draw(
    badge({
      status: "ok",
      verdict: "shifted",
      verdicts: {
        index: part("stable", 0.01),
        missing: part("watch", 0.006),
        unseen: null,
        beyond: part("shifted", 0.04),
        heaped: null,
      },
      index: 0.01,
      limits: DEFAULT_LIMITS,
      words: en,
    }),
  );
  expect(place.textContent.replaceAll(/\s+/g, " ").trim()).toBe("shifted beyond range +4.0 pp");
});

test("gives an index near a limit the digit that tells them apart", () => {
  expect(says(0.2496, "watch", part("stable", 0))).not.toContain("0.25 ");
});

test("says only what is wrong where the column is broken, and nothing of an index that is not there", () => {
  expect(says(null, "unknown", part("unknown", null), "type-changed")).toBe("broken");
  expect(says(null, "unknown", part("unknown", null))).toBe("unknown");
});

test("has another sign for every state, hidden from speech", () => {
  const signs = STATES.map((state) => draw(glyph(state)).querySelector("path")!.getAttribute("d"));
  expect(new Set(signs).size).toBe(STATES.length);
  expect(draw(glyph("watch")).querySelector("svg")!.getAttribute("aria-hidden")).toBe("true");
});
