import { expect, test } from "vitest";
import type { Finding } from "../../../src/artifact/index.js";
import { type SayOptions, sayFinding, addDriftWords, driftInChinese } from "../../../src/drift/index.js";

addDriftWords(driftInChinese);

const finding = (code: Finding["code"], args: Finding["arguments"]): Finding => ({ code, arguments: args });

const CASES: [Finding, SayOptions, en: string, zh: string][] = [
  [
    finding("as-before", { medianReference: 29_800, medianCurrent: 29_100, belowShare: 0.04, least: -999 }),
    {},
    "As before: median 29.8 → 29.1 k. 4.0 % below the reference's least value, down to −999.",
    "与基准一致：中位数 2.98万 → 2.91万。低于基准最小值的占 4.0%，最低 −999。",
  ],
  [
    finding("beyond-only", { aboveShare: 0.019, greatest: 9999 }),
    { short: true },
    "1.9 % above the reference's greatest value, up to 9999",
    "高于基准最大值的占 1.9%，最高 9999",
  ],
  [
    finding("beyond-only", { belowShare: 0.04, least: -999 }),
    {},
    "4.0 % below the reference's least value, down to −999; the rest as before.",
    "低于基准最小值的占 4.0%，最低 −999；其余不变。",
  ],
  [
    finding("beyond-only", { aboveShare: 0.4, greatest: 9999, tooFewRows: true }),
    {},
    "40.0 % above the reference's greatest value, up to 9999; too few rows for the rest.",
    "高于基准最大值的占 40.0%，最高 9999；其余行数太少。",
  ],
  [
    finding("beyond-only", { belowShare: 0.04, least: -999, missingReference: 0.02, missingCurrent: 0.08 }),
    {},
    "4.0 % below the reference's least value, down to −999. Missing 2.0 → 8.0 %.",
    "低于基准最小值的占 4.0%，最低 −999。缺失 2.0% → 8.0%。",
  ],
  [
    finding("beyond-only", { belowShare: 0.04, least: -999 }),
    { short: true },
    "4.0 % below the reference's least value, down to −999",
    "低于基准最小值的占 4.0%，最低 −999",
  ],
  [
    finding("missing-only", { missingReference: 0.02, missingCurrent: 0.3, belowShare: 0.04, least: -999 }),
    {},
    "Missing 2.0 → 30.0 %. 4.0 % below the reference's least value, down to −999.",
    "缺失 2.0% → 30.0%。低于基准最小值的占 4.0%，最低 −999。",
  ],
];

test.each(CASES)("values beyond the reference's: case %#", (finding, options, en, zh) => {
  expect(sayFinding(finding, "en", options).replaceAll("\u00a0", " ")).toBe(en);
  expect(sayFinding(finding, "zh-Hans", options).replaceAll("\u00a0", " ")).toBe(zh);
});
