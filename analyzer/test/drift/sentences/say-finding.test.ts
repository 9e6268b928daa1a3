import * as fc from "fast-check";
import { expect, test } from "vitest";
import { FINDING_CODES, type Finding } from "../../../src/artifact/index.js";
import { type SayOptions, sayFinding, addDriftWords, driftInChinese } from "../../../src/drift/index.js";

addDriftWords(driftInChinese);

const ZEROS_ASIDE = {
  code: "higher",
  arguments: {
    medianReference: 4995,
    medianCurrent: 14_220.3,
    withoutPoints: 0,
    binType: "interval",
    binLow: 16_600,
    binHigh: null,
    binShare: 0.441,
    missingReference: 0.004,
    missingCurrent: 0.012,
  },
} satisfies Finding;

const GONE_AND_NEW = {
  code: "gone-and-new",
  arguments: {
    gone: "telesales",
    goneShare: 0.041,
    goneCount: 1,
    new: "douyin_live",
    newShare: 0.049,
    newCount: 1,
    binType: "category",
    binValue: "telesales",
    binShare: 0.88,
    unseenCurrent: 0.049,
    unseenReference: 0,
  },
} satisfies Finding;

const finding = (code: Finding["code"], args: Finding["arguments"] = {}): Finding => ({
  code,
  arguments: args,
});

const CASES: [Finding, SayOptions, en: string, zh: string][] = [
  [
    ZEROS_ASIDE,
    {},
    "Higher: median 5.0 → 14.2 k, zeros aside; 44 % of the index from values ≥ 16.6 k. Missing 0.4 → 1.2 %.",
    "非零部分偏高：中位数 0.50万 → 1.42万；指数的 44% 来自取值 ≥ 1.66万的部分。缺失 0.4% → 1.2%。",
  ],
  [
    ZEROS_ASIDE,
    { short: true },
    "Higher: median 5.0 → 14.2 k, zeros aside",
    "非零部分偏高：中位数 0.50万 → 1.42万",
  ],
  [
    GONE_AND_NEW,
    {},
    "Gone: telesales (was 4.1 %), 88 % of the index; new: douyin_live 4.9 %.",
    "消失：telesales（原 4.1%），占指数的 88%；新增：douyin_live 4.9%。",
  ],
  [GONE_AND_NEW, { short: true }, "Gone: telesales; new: douyin_live", "消失：telesales；新增：douyin_live"],
  [
    finding("gone-and-new", {
      ...GONE_AND_NEW.arguments,
      gone: null,
      goneShare: null,
      goneCount: 0,
      newCount: 4,
      binType: "other",
      binValue: null,
    }),
    {},
    "New: douyin_live 4.9 % and 3 more. Levels unknown to the reference: 4.9 %, 0.0 % expected.",
    "新增：douyin_live 4.9% 等 4 个。基准中没有的类别占 4.9%，预期 0.0%。",
  ],
  [
    finding("lower", { medianReference: 824, medianCurrent: 329, withoutPoints: -999, binShare: null }),
    { unit: "days" },
    "Lower: median 824 → 329 days, without −999.",
    "取值 −999 以外偏低：中位数 824 → 329 days。",
  ],
  [
    finding("wider", {
      spreadReference: 12_000,
      spreadCurrent: 30_100,
      withoutPoints: true,
      binType: "interval",
      binLow: 28_000,
      binHigh: 39_100,
      binShare: 0.3,
    }),
    {},
    "Wider: the middle 90 % spans 12.0 → 30.1 k, frequent values aside; 30 % of the index from values from 28 k to 39.1 k.",
    "高频值以外更分散：中间 90% 的跨度 1.20万 → 3.01万；指数的 30% 来自取值 2.8万 至 3.91万的部分。",
  ],
  [
    finding("more", { shareReference: 0.575, shareCurrent: 0.702, binType: "point", binValue: 0 }),
    {},
    "More zeros: 57.5 → 70.2 %.",
    "取值 0 增多：57.5% → 70.2%。",
  ],
  [
    finding("identifier-like", { distinct: 98_765, rows: 100_000 }),
    {},
    "An identifier or free text: 98,765 different values in 100,000 rows.",
    "标识符或自由文本：100,000 行中有 98,765 个不同取值。",
  ],
  [
    finding("identifier-like", { distinct: 9920, rows: 14_880, repeated: true }),
    {},
    "Identifiers repeat: 9,920 different values in 14,880 rows.",
    "标识符出现重复：14,880 行中有 9,920 个不同取值。",
  ],
  [
    finding("missing-only", { missingReference: 0.021, missingCurrent: 0.083 }),
    {},
    "Missing 2.1 → 8.3 %; the rest as before.",
    "缺失 2.1% → 8.3%；其余不变。",
  ],
  [
    finding("missing-only", { missingReference: 0.11, missingCurrent: 0.22, tooFewRows: true }),
    {},
    "Missing 11.0 → 22.0 %; too few rows for the rest.",
    "缺失 11.0% → 22.0%；其余行数太少。",
  ],
  [
    finding("as-before", { medianReference: 47_000, medianCurrent: 47_210, withoutPoints: false }),
    {},
    "As before: median 47.0 → 47.2 k.",
    "与基准一致：中位数 4.70万 → 4.72万。",
  ],
  [
    finding("as-before", {
      shareReference: 0.212,
      shareCurrent: 0.221,
      binType: "category",
      binValue: "app_ios",
    }),
    {},
    "As before: app_ios 21.2 → 22.1 %.",
    "与基准一致：app_ios 21.2% → 22.1%。",
  ],
  [
    finding("as-before", { shareReference: 0.483, shareCurrent: 0.469, binType: "point", binValue: 4 }),
    {},
    "As before: values of 4, 48.3 → 46.9 %.",
    "与基准一致：取值 4，48.3% → 46.9%。",
  ],
  [
    finding("as-before", { medianReference: -0.00128361815, medianCurrent: -0.00128361814 }),
    {},
    "As before: median −0.0013.",
    "与基准一致：中位数 −0.0013。",
  ],
  [
    finding("as-before", {
      medianReference: 130,
      medianCurrent: 119,
      withoutPoints: true,
      beyondNoise: true,
    }),
    {},
    "Within limits: median 130 → 119, frequent values aside.",
    "未超限值：高频值以外的中位数 130 → 119。",
  ],
  [
    finding("as-before", {
      medianReference: 130,
      medianCurrent: 119,
      withoutPoints: false,
      withinNoise: true,
    }),
    {},
    "As before: median 130 → 119; no more than chance among so many features.",
    "与基准一致：中位数 130 → 119；在如此多的特征中属偶然范围。",
  ],
  [
    finding("too-few-rows", { rows: 38, needed: 100, noiseBound: 0.48 }),
    {},
    "Too few rows: 38, at least 100 are needed.",
    "行数太少：38 行，至少需要 100 行。",
  ],
  [
    finding("too-few-rows", { rows: 138, needed: null, noiseBound: 0.2 }),
    {},
    "Too few rows: noise reaches 0.20.",
    "行数太少：噪声可达 0.20。",
  ],
  [
    finding("constant", { value: 0, shareReference: 0.575 }),
    {},
    "Every value is 0; in the reference 57.5 % were.",
    "所有取值均为 0；基准中占 57.5%。",
  ],
  // Of whole numbers, several are read as one there.
  [
    finding("constant", { value: 2 ** 63 }),
    {},
    "Every value is ≈ 9.223372036855e18.",
    "所有取值均为 ≈ 9.223372036855e18。",
  ],
  [
    finding("time-span", { oldest: 978_307_200_000, newest: 980_899_200_000 }),
    {},
    "From 1 Jan 2001 to 31 Jan 2001.",
    "2001年1月1日 至 2001年1月31日。",
  ],
  [
    finding("time-span", { oldest: 978_307_200_000, newest: 978_307_200_000 }),
    {},
    "1 Jan 2001.",
    "2001年1月1日。",
  ],
  [
    finding("time-span", { oldest: 978_357_600_000, newest: 978_361_140_000 }),
    {},
    "1 Jan 2001, 14:00–14:59 UTC.",
    "2001年1月1日 14:00–14:59 UTC。",
  ],
  [
    finding("type-changed", { kindReference: "numeric", kindCurrent: "categorical" }),
    {},
    "Numbers in the reference, text now.",
    "类型改变：基准为数值，现为文本。",
  ],
  [
    finding("type-changed", { kindReference: "numeric", kindCurrent: "categorical" }),
    { short: true },
    "Type changed: numbers → text",
    "类型改变：数值 → 文本",
  ],
  [finding("empty", { rows: 0 }), {}, "No rows.", "没有数据行。"],
];

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test.each(CASES.map(([finding, options, en, zh]) => ({ finding, options, en, zh })))(
  "$en",
  ({ finding, options, en, zh }) => {
    expect(plain(sayFinding(finding, "en", options))).toBe(en);
    expect(plain(sayFinding(finding, "zh-Hans", options))).toBe(zh);
  },
);

test("spaces around → ≥ and % do not break", () => {
  expect(sayFinding(ZEROS_ASIDE, "en")).not.toMatch(/ [→≥%]|[→≥] /u);
});

function less(binValue: string): Finding {
  const shares = { shareReference: 0.323, shareCurrent: 0.026 };
  return { code: "less", arguments: { binType: "category", binValue, ...shares } };
}

test("a level that runs from right to left stands by itself: the figures after it keep their order", () => {
  const said = sayFinding(less("المبيعات"), "en");
  expect(said).toContain("\u2068المبيعات\u2069: 32.3");
  expect(sayFinding(less("上海"), "en")).not.toMatch(/[\u2066-\u2069]/);
});

test("for the ear there are words instead of signs", () => {
  expect(plain(sayFinding(ZEROS_ASIDE, "en", { spoken: true, unit: "CNY" }))).toBe(
    "Higher: median 5.0 to 14.2 thousand CNY, zeros aside; 44 % of the index from values of at least 16.6 thousand. Missing 0.4 to 1.2 %.",
  );
});

test("another language falls back to English, another Chinese to Simplified", () => {
  expect(sayFinding(finding("no-reference"), "de-AT")).toBe(sayFinding(finding("no-reference"), "en"));
  expect(sayFinding(finding("no-reference"), "zh-TW")).toBe(sayFinding(finding("no-reference"), "zh-Hans"));
  expect(sayFinding(finding("no-reference"), "constructor")).toBe(sayFinding(finding("no-reference"), "en"));
});

test("a code of a newer writer says nothing", () => {
  expect(sayFinding({ code: "toString", arguments: {} } as unknown as Finding, "en")).toBe("");
});

test("whatever the arguments are, a page never breaks", () => {
  const value = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null));
  const names = fc.constantFrom(
    ...Object.keys({ ...ZEROS_ASIDE.arguments, ...GONE_AND_NEW.arguments }),
    "rows",
    "needed",
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...FINDING_CODES),
      fc.dictionary(names, value),
      fc.constantFrom("en", "zh-Hans"),
      fc.record({ short: fc.boolean(), spoken: fc.boolean() }),
      (code, args, language, options) => {
        const sentence = sayFinding({ code, arguments: args }, language, options);
        expect(sentence).not.toMatch(/undefined|null|\[object/);
      },
    ),
  );
});
