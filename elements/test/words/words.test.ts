import { expect, test } from "vitest";
import { en } from "../../src/words/en.js";
import { wordsFor } from "../../src/words/words.js";
import { zhHans } from "../../src/words/zh-hans.js";

test("has English at once and Chinese after it was loaded", async () => {
  expect(wordsFor("en-GB", () => undefined)).toBe(en);
  expect(wordsFor("fr", () => undefined)).toBe(en);
  await new Promise<void>((resolve) => {
    const atFirst = wordsFor("zh-CN", resolve);
    expect(atFirst).toBe(en);
  });
  expect(wordsFor("zh-CN", () => undefined)).toBe(zhHans);
});

/** Every plain text of a vocabulary by its path, sentences with `x` for their figures. */
function texts(words: object, path = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(words)) {
    const here = `${path}${name}`;
    if (typeof value === "string") found.set(here, value);
    else if (typeof value === "function")
      found.set(here, (value as (...of: string[]) => string)("x", "y", "z"));
    else if (typeof value === "object")
      for (const entry of texts(value as object, `${here}.`)) found.set(...entry);
  }
  return found;
}

test("says everything in Chinese but signs and names", () => {
  const same = [...texts(zhHans)].filter(
    ([path, text]) => !/\p{Script=Han}/u.test(text) && path !== "language",
  );
  expect(same.map(([path]) => path).toSorted()).toEqual([
    "board.comma",
    "board.semicolon",
    "board.shown",
    "difference",
    "index",
    "n",
  ]);
});

function figuresIn(text: string): string[] {
  return text.match(/(?<![a-z])[xyz](?![a-z])/g) ?? [];
}

test("puts every figure into the sentence in both languages", () => {
  const [english, chinese] = [texts(en), texts(zhHans)];
  expect([...chinese.keys()]).toEqual([...english.keys()]);
  const lost = [...english].filter(
    ([path, text]) =>
      path !== "logarithmic" &&
      figuresIn(text).some((figure) => !figuresIn(chinese.get(path)!).includes(figure)),
  );
  expect(lost).toEqual([]);
});
