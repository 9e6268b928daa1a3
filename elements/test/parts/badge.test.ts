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
  return textOf(shown(index, indexVerdict, missing, status).querySelector(".badge"));
}

function shown(
  index: number | null,
  indexVerdict: Verdict,
  missing: PartVerdict,
  status: Status = "ok",
): HTMLElement {
  return draw(
    badge({
      status,
      verdict: missing.verdict === "shifted" ? "shifted" : indexVerdict,
      verdicts: {
        index: part(indexVerdict, index),
        missing,
        unseen: null,
        beyond: null,
        heaped: null,
        stale: null,
      },
      limits: DEFAULT_LIMITS,
      usual: { low: 0.01, high: 0.06 },
      words: en,
    }),
  );
}

function textOf(element: Element | null): string {
  return (element?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

/** Numbers under the scale's ticks, from its right end. */
function ticksOf(place: HTMLElement): string[] {
  return Array.from(place.querySelectorAll(".scale text"), textOf);
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
        stale: null,
      },
      limits: DEFAULT_LIMITS,
      usual: null,
      words: en,
    }),
  );
  expect(textOf(place.querySelector(".badge"))).toBe("shifted beyond range +4.0 pp");
  expect(ticksOf(place)).toEqual(["1", "0.5", "0"]);
});

test("has the index on its scale below, with its limits, its noise and what is usual", () => {
  const place = shown(0.213, "watch", part("stable", 0));
  expect(ticksOf(place)).toEqual(["0.25", "0.10", "0"]);
  expect(textOf(place.querySelector(".captions"))).toBe("noise ≤ 0.001 usual 0.01–0.06");
});

test("has another part's figure on that part's scale where it is the worst, also one that fell", () => {
  for (const change of [0.03, -0.03]) {
    const place = shown(0.02, "stable", { ...part("shifted", change), noise: 0.002_81 });
    expect(ticksOf(place)).toEqual(["3", "0.5", "0"]);
    expect(textOf(place.querySelector(".captions"))).toBe("noise ≤ 0.29 pp");
    const [marker, shifted] = [".marker", ".rule ~ .rule"].map((at) => {
      const { x, width } = place.querySelector<SVGGraphicsElement>(at)!.getBBox();
      return x + width / 2;
    });
    expect(marker).toBeCloseTo(shifted!, 1);
  }
});

test("gives an index near a limit the digit that tells them apart", () => {
  expect(says(0.2496, "watch", part("stable", 0))).not.toContain("0.25 ");
});

test("says only what is wrong where the column is broken, and nothing of an index that is not there", () => {
  expect(says(null, "unknown", part("unknown", null), "type-changed")).toBe("broken");
  expect(says(null, "unknown", part("unknown", null))).toBe("unknown");
  expect(shown(null, "unknown", part("unknown", null)).querySelector(".scale")).toBeNull();
});

test("has another sign for every state, hidden from speech", () => {
  const signs = STATES.map((state) => draw(glyph(state)).querySelector("path")!.getAttribute("d"));
  expect(new Set(signs).size).toBe(STATES.length);
  expect(draw(glyph("watch")).querySelector("svg")!.getAttribute("aria-hidden")).toBe("true");
});
