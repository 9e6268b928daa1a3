import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Plan, numbersIn, putTogether, takeApart } from "../../src/index/template.js";

const PLAN = { a: "steady", b: { a: "texts", b: "steady", c: "shares" } } as const satisfies Plan;

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
    fc.property(value, fc.integer({ min: 0, max: 5000 }), (json, total) => {
      const { template, numbers, counts, texts, steady } = takeApart(json, PLAN, total);
      const [number, count, text, kept] = [
        numbers.values(),
        counts.values(),
        texts.values(),
        steady.values(),
      ];

      const again = putTogether(template, {
        number: () => number.next().value!,
        share: () => count.next().value! / total,
        text: () => text.next().value!,
        steady: () => kept.next().value,
      });

      expect(JSON.stringify(again)).toBe(JSON.stringify(json));
      expect(numbersIn(template)).toBe(numbers.length);
      expect([number, count, text, kept].map((left) => left.next().done)).toEqual([true, true, true, true]);
    }),
  );
});

test("values that differ in numbers, texts and what is steady alone have one template", () => {
  const one = takeApart({ a: { x: 1 }, b: { a: { y: "z" }, d: [1, 2] }, e: null }, PLAN, 10);
  const other = takeApart({ a: "b", b: { a: { y: "other" }, d: [3, 4] }, e: null }, PLAN, 20);

  expect(one.template).toEqual(other.template);
  expect([one.numbers, one.texts, one.steady]).toEqual([[1, 2], ["z"], [{ x: 1 }]]);
  expect(takeApart({ d: 0 }, PLAN, 1).template).not.toEqual(takeApart({ d: null }, PLAN, 1).template);
});

test("shares are kept as counts where that is the same to the bit", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), fc.nat({ max: 1_000_000 }), (total, some) => {
      const count = Math.min(some, total);
      const { counts, numbers } = takeApart({ b: { c: [count / total] } }, PLAN, total);

      expect([counts, numbers]).toEqual([[count], []]);
    }),
  );
  for (const other of [-0, -1, 1 / 3, 2 ** 40, "0.5", null]) {
    expect(takeApart({ b: { c: [0.5, other] } }, PLAN, 10).counts).toEqual([]);
  }
  expect(takeApart({ b: { c: [0.5] } }, PLAN, 0).counts).toEqual([]);
});
