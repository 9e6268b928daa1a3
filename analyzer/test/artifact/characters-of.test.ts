import * as fc from "fast-check";
import { expect, test } from "vitest";
import { charactersOf } from "../../src/artifact/index.js";

test("an emoji of several parts is one character, and so is a letter with its accent", () => {
  expect(charactersOf("a👩‍👩‍👧e\u0301\r\n")).toEqual(["a", "👩‍👩‍👧", "e\u0301", "\r\n"]);
});

test("characters are the text cut where Unicode allows it, plain or not", () => {
  const segmenter = new Intl.Segmenter();
  const letter = fc.oneof(fc.string(), fc.string({ unit: "grapheme" }));
  fc.assert(
    fc.property(letter, (text) => {
      expect(charactersOf(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
    }),
  );
});
