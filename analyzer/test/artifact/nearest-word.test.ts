import { expect, test } from "vitest";
import { nearestWord, suggest } from "../../src/artifact/nearest-word.js";

const KEYS = ["title", "description", "unit", "kind", "importance", "limits", "missingTokens"];

test.each([
  ["tilte", "title"],
  ["Units", "unit"],
  ["importence", "importance"],
  ["missingtokens", "missingTokens"],
])("%s means %s", (typed, meant) => {
  expect(nearestWord(typed, KEYS)).toBe(meant);
});

test("where nothing is near, all that is known is said", () => {
  expect(nearestWord("colour", KEYS)).toBeNull();
  expect(suggest("colour", ["red", "blue"])).toBe("; known: red, blue");
  expect(suggest("rad", ["red", "blue"])).toBe("; did you mean red?");
});

test("a letter is not taken for another one", () => {
  expect(nearestWord("d", ["a", "b", "D"])).toBe("D");
  expect(nearestWord("d", ["a", "b"])).toBeNull();
});
