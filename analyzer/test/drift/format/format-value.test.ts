import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatCount, formatNumber } from "../../../src/drift/format/format-number.js";
import { formatChange, formatValue } from "../../../src/drift/format/format-value.js";
import { valueScale } from "../../../src/drift/format/value-scale.js";
import { addDriftWords, driftInChinese } from "../../../src/drift/index.js";

addDriftWords(driftInChinese);

test.each([
  // value, English, Chinese
  [0, "0", "0"],
  [-0, "0", "0"],
  [0.33, "0.33", "0.33"],
  [0.0461, "0.046", "0.046"],
  [5, "5", "5"],
  [999, "999", "999"],
  [1000, "1 k", "1000"],
  [1850, "1850", "1850"],
  [2001, "2001", "2001"],
  [4995.3, "4995", "4995"],
  [16_600, "16.6 k", "1.66万"],
  [160_000, "160 k", "16万"],
  [295_961, "296 k", "29.60万"],
  [1_234_567, "1.2 M", "123万"],
  [-3_200_000_000, "−3.2 bn", "−32亿"],
  [5.0538e13, "50.5 tn", "50.54万亿"],
  [1e308, "1.0e308", "1.0e308"],
  [5e-324, "4.9e−324", "4.9e−324"],
])("%d reads %s and %s", (value, en, zh) => {
  expect(formatValue(value, "en")).toBe(en.replace(/ /g, "\u00a0"));
  expect(formatValue(value, "zh-Hans")).toBe(zh);
});

test("four digits stand together in a value, which may be a year, and not in a count", () => {
  expect([2019, 12_846].map((value) => formatNumber(value, "en", 0))).toEqual(["2019", "12,846"]);
  expect([2019, 12_846].map((count) => formatCount(count, "en"))).toEqual(["2,019", "12,846"]);
});

test("columns share a scale and decimals, and leave the symbol to the header", () => {
  const scale = valueScale([5069, 767_279], "en");
  const column = [11_094, 0, 767_279].map((value) =>
    formatValue(value, "en", { scale, decimals: 1, symbol: false }),
  );
  expect(column).toEqual(["11.1", "0.0", "767.3"]);
  expect(formatValue(6025, "en", { scale, decimals: 1, symbol: false, sign: "exceptZero" })).toBe("+6.0");
  expect(formatValue(-20, "en", { scale, decimals: 1, symbol: false, sign: "exceptZero" })).toBe("0.0");
  // With an exponent too.
  expect([3e-10, -3e-10].map((value) => formatValue(value, "en", { sign: "exceptZero" }))).toEqual([
    "+3.0e−10",
    "−3.0e−10",
  ]);
});

test.each([
  [4995.3, 14_220, "5.0 → 14.2 k", "0.50万 → 1.42万"],
  [47_000, 58_600, "47.0 → 58.6 k", "4.70万 → 5.86万"],
  [47_000, 47_000, "47 k", "4.7万"],
  [2001, 2002, "2001 → 2002", "2001 → 2002"],
  [0.163, 0.2251, "0.16 → 0.23", "0.16 → 0.23"],
  [3, 3.5, "3.0 → 3.5", "3.0 → 3.5"],
  [329, 824, "329 → 824", "329 → 824"],
  [500, 120_000, "0.5 k → 120 k", "500 → 12万"],
  [12_000, 1_200_000, "12 k → 1.2 M", "1.2万 → 120万"],
  [4_321_098.7, 43.21, "4.3 M → 43.2", "432万 → 43.2"],
  [483_000, 5100, "483 k → 5.1 k", "48.30万 → 0.51万"],
  [0, 120_000, "0 → 120 k", "0万 → 12万"],
  [1_038_000, 1_050_000, "1.04 → 1.05 M", "104万 → 105万"],
  [-2.25, 0, "−2.3 → 0", "−2.3 → 0"],
  [1_234_587, 1_234_591, "1,234,587 → 1,234,591", "1,234,587 → 1,234,591"],
  [1_767_267_000, 1_767_288_000, "1.76727 → 1.76729 bn", "17.6727亿 → 17.6729亿"],
  [1e9, 1e9 + 0.001, "1,000,000,000.000 → 1,000,000,000.001", "10.00000000000亿 → 10.00000000001亿"],
  [50.54e12, 64.5e12, "50.5 → 64.5 tn", "50.54万亿 → 64.50万亿"],
  [
    2 ** 60,
    2 ** 60 + 256,
    "1.152921504606847e18 → 1.1529215046068472e18",
    "1.152921504606847e18 → 1.1529215046068472e18",
  ],
  [1.141e-7, 1.129e-7, "1.141e−7 → 1.129e−7", "1.141e−7 → 1.129e−7"],
])("from %d to %d reads %s and %s", (from, to, en, zh) => {
  expect(formatChange(from, to, "en")).toBe(en.replace(/ /g, "\u00a0"));
  expect(formatChange(from, to, "zh-Hans")).toBe(zh.replace(/ /g, "\u00a0"));
});

test("the unit stands once, at the end; for the ear there are words", () => {
  expect(formatChange(329, 824, "en", { unit: "days" })).toBe("329\u00a0→\u00a0824\u00a0days");
  expect(formatChange(47_000, 58_600, "en", { unit: "CNY", spoken: true })).toBe(
    "47.0 to 58.6 thousand\u00a0CNY",
  );
});

test("a difference is never shown as none, unless beyond nine digits", () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(value, fc.double({ min: 1e-6, max: 1, noNaN: true }), (from, step) => {
      const to = from + Math.max(step * Math.abs(from), step * 1e-3);
      expect(formatChange(from, to, "en")).toContain("→");
    }),
  );
});

test("what is written reads back as the value, to the digits shown", () => {
  fc.assert(
    fc.property(fc.double({ min: -1e14, max: 1e14, noNaN: true }), (value) => {
      const text = formatValue(value, "en", { symbol: false });
      const { divisor } = valueScale([value], "en");
      const read = Number(text.replaceAll(",", "").replaceAll("−", "-")) * divisor;
      expect(Math.abs(read - value)).toBeLessThanOrEqual(0.05 * Math.abs(value) + 1e-12);
      expect(text).not.toContain("-");
    }),
  );
});

test("values that must be told apart never read alike, and others keep their few digits", () => {
  const value = fc.double({ min: -1e300, max: 1e300, noNaN: true });
  fc.assert(
    fc.property(
      value,
      fc.double({ min: -15.5, max: 0, noNaN: true }),
      fc.constantFrom("en", "zh-Hans"),
      (one, power, language) => {
        const other = one + Math.max(Math.abs(one), 1e-15) * 10 ** power;
        fc.pre(other !== one);
        const resolution = Math.abs(other - one);
        const scale = valueScale([one, other], language, resolution);
        const say = (each: number): string => formatValue(each, language, { scale, resolution });
        expect(say(one)).not.toBe(say(other));
      },
    ),
  );
  expect(formatValue(16_600, "en", { resolution: 9000 })).toBe("16.6\u00a0k");
  expect(formatValue(16_600, "en", { resolution: 1 })).toBe("16,600");
  expect(formatValue(16_601, "en", { resolution: 1 })).toBe("16,601");
  expect(formatValue(4.25, "en", { resolution: 0.0003 })).toBe("4.25");
  expect(formatValue(4.2507, "en", { resolution: 0.0003 })).toBe("4.2507");
});
