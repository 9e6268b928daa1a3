import { assert, asyncProperty, jsonValue } from "fast-check";
import { expect, test } from "vitest";
import { SourceText, sharedText } from "../../scripts/shared-text.js";

/** What the text is as a module. */
async function evaluated(data: unknown): Promise<unknown> {
  const { constants, expression } = sharedText(data);
  const code = `${constants}\nexport default ${expression};`;
  const module: { default: unknown } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  );
  return module.default;
}

test("the text is the data", async () => {
  const part = jsonValue({ maxDepth: 3 });
  await assert(
    asyncProperty(part, part, async (one, two) => {
      // As JSON has it; a key __proto__ is none of Vega's.
      const text = JSON.stringify([one, { two, again: one }, [two, one]]).replaceAll("__proto__", "proto");
      const data: unknown = JSON.parse(text);
      expect(await evaluated(data)).toEqual(data);
    }),
    { numRuns: 50 },
  );
});

test("equal parts are written once, and are one object", async () => {
  const data = ["a", "b"].map(() => ({ words: "that are long enough to be shared", numbers: [1, 2, 3] }));
  const { constants, expression } = sharedText(data);
  expect(`${constants}${expression}`.match(/long enough/g)).toHaveLength(1);
  const [a, b] = (await evaluated(data)) as object[];
  expect(b).toBe(a);
});

test("short parts are written where they stand", () => {
  expect(sharedText([[1], [1]])).toEqual({ constants: "", expression: "[[1],[1]]" });
});

const twice = (): SourceText =>
  new SourceText("function (a) { return a + 1 /* a comment for its length */; }");

test("source text is written as it is, once", async () => {
  const { constants, expression } = sharedText([{ run: twice() }, { run: twice() }]);
  expect(constants.match(/a comment/g)).toHaveLength(1);
  expect(expression).not.toContain("a comment");
  const [one, two] = (await evaluated([{ run: twice() }, { run: twice() }])) as {
    run: (a: number) => number;
  }[];
  expect([one!.run(1), two!.run === one!.run]).toEqual([2, true]);
});
