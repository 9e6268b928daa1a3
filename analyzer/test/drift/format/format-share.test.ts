import * as fc from "fast-check";
import { expect, test } from "vitest";
import { formatCount } from "../../../src/drift/format/format-number.js";
import { formatPoints, formatShare, formatShareChange } from "../../../src/drift/format/format-share.js";
import { addDriftWords, driftInChinese } from "../../../src/drift/index.js";

addDriftWords(driftInChinese);

test("shares are in per cent, with a no-break space where the language has one", () => {
  expect(formatShare(0.012, "en")).toBe("1.2\u00a0%");
  expect(formatShare(0.012, "zh-Hans")).toBe("1.2%");
  expect(formatShare(0.444, "en", 0)).toBe("44\u00a0%");
});

test("differences are in points, signed by a real minus, and 0 has no sign", () => {
  expect(formatPoints(0.0082, "en")).toBe("+0.8\u00a0pp");
  expect(formatPoints(-0.05, "en")).toBe("−5.0\u00a0pp");
  expect(formatPoints(-0.0001, "en")).toBe("0.0\u00a0pp");
  expect(formatPoints(0.027, "zh")).toBe("+2.7个百分点");
  expect(formatPoints(0.027, "zh", { symbol: false })).toBe("+2.7");
});

test("two shares are said on both sides of an arrow, with a digit more where they would look alike", () => {
  expect(formatShareChange(0.004, 0.012, "en")).toBe("0.4\u00a0→\u00a01.2\u00a0%");
  expect(formatShareChange(0.004, 0.012, "zh-Hans")).toBe("0.4%\u00a0→\u00a01.2%");
  expect(formatShareChange(0.0041, 0.0043, "en")).toBe("0.41\u00a0→\u00a00.43\u00a0%");
  // Of rare ones also where a digit hides how much they grew.
  expect(formatShareChange(0.0005, 0.0019, "en")).toBe("0.05\u00a0→\u00a00.19\u00a0%");
  expect(formatShareChange(0.5604, 0.5612, "en")).toBe("56.0\u00a0→\u00a056.1\u00a0%");
  expect(formatShareChange(0, 0.021, "en")).toBe("0.0\u00a0→\u00a02.1\u00a0%");
  expect(formatShareChange(0.004, 0.012, "en", true)).toBe("0.4 to 1.2 %");
});

test("counts are grouped and read back as they are", () => {
  expect(formatCount(12_846, "en")).toBe("12,846");
  fc.assert(
    fc.property(fc.nat(2_000_000_000), (count) => {
      expect(Number(formatCount(count, "zh-Hans").replaceAll(",", ""))).toBe(count);
    }),
  );
});
