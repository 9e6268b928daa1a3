import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Plan, numbersIn, putTogether, takeApart } from "../../src/index/template.js";

const PLAN = { a: "steady", b: { a: "texts", b: "steady" } } as const satisfies Plan;

/** Any JSON whose fields the plan may name, also one that is called as the prototype is. */
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, 1, 2, "text", "", true, false, null),
    fc.array(tie("any"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom("a", "b", "c", "__proto__", "constructor"), tie("any"), { maxKeys: 3 }),
  ),
})).any;

test("what is put together is what was taken apart, its fields in their order", () => {
  fc.assert(
    fc.property(value, (json) => {
      const { template, numbers, texts, steady } = takeApart(json, PLAN);
      const [number, text, kept] = [numbers.values(), texts.values(), steady.values()];

      const again = putTogether(template, {
        number: () => number.next().value!,
        text: () => text.next().value!,
        steady: () => kept.next().value,
      });

      expect(JSON.stringify(again)).toBe(JSON.stringify(json));
      expect(numbersIn(template)).toBe(numbers.length);
      expect([number.next().done, text.next().done, kept.next().done]).toEqual([true, true, true]);
    }),
  );
});

test("values that differ in numbers, texts and what is steady alone have one template", () => {
  const one = takeApart({ a: { x: 1 }, b: { a: { y: "z" }, c: [1, 2] }, d: null }, PLAN);
  const other = takeApart({ a: "b", b: { a: { y: "other" }, c: [3, 4] }, d: null }, PLAN);

  expect(one.template).toEqual(other.template);
  expect([one.numbers, one.texts, one.steady]).toEqual([[1, 2], ["z"], [{ x: 1 }]]);
  expect(takeApart({ d: 0 }, PLAN).template).not.toEqual(takeApart({ d: null }, PLAN).template);
});
