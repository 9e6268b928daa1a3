import { expect, test } from "vitest";
import type { Finding } from "../../../src/artifact/index.js";
import { addDriftWords, driftInChinese, type SayOptions, sayFinding } from "../../../src/drift/index.js";

addDriftWords(driftInChinese);

const finding = (code: Finding["code"], args: Finding["arguments"]): Finding => ({ code, arguments: args });

const CASES: [Finding, SayOptions, en: string, zh: string][] = [
  [
    finding("time-span", {
      oldest: 978_307_200_000,
      newest: 253_402_214_400_000,
      overdueShare: 0.12,
      overdueSince: 980_899_200_000,
    }),
    {},
    "Nothing newer than 31 Jan 2001, 00:00 UTC: 12.0 % expected; from 1 Jan 2001 to 31 Dec 9999.",
    "2001年1月31日 00:00 UTC 之后没有取值，预期占 12.0%；2001年1月1日 至 9999年12月31日。",
  ],
  [
    finding("time-span", { oldest: 0, newest: 253_402_214_400_000, earlierShare: 0.04, laterShare: 0.02 }),
    {},
    "4.0 % before the reference's oldest value; 2.0 % long after the window's end; from 1 Jan 1970 to 31 Dec 9999.",
    "早于基准最早时间的占 4.0%；远晚于窗口结束的占 2.0%；1970年1月1日 至 9999年12月31日。",
  ],
  [
    finding("time-span", { oldest: 0, newest: 980_899_200_000, earlierShare: 0.04 }),
    { short: true },
    "4.0 % before the reference's oldest value",
    "早于基准最早时间的占 4.0%",
  ],
];

test.each(CASES)("points in time that are out of time: case %#", (finding, options, en, zh) => {
  expect(sayFinding(finding, "en", options).replaceAll("\u00a0", " ")).toBe(en);
  expect(sayFinding(finding, "zh-Hans", options).replaceAll("\u00a0", " ")).toBe(zh);
});
