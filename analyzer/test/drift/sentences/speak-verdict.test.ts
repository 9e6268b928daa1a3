import { expect, test } from "vitest";
import type { Finding, PartVerdict } from "../../../src/artifact/index.js";
import {
  type SpokenFigures,
  speakVerdict,
  addDriftWords,
  driftInChinese,
  leadingPart,
} from "../../../src/drift/index.js";
import { documentsOf } from "../documents.js";

addDriftWords(driftInChinese);

const HIGHER: Finding = {
  code: "higher",
  arguments: { medianReference: 47_000, medianCurrent: 58_600, withoutPoints: false },
};

const { drift } = documentsOf([1, 2], [1, 2]).statistics;

function figures(index: PartVerdict, missing: PartVerdict): SpokenFigures {
  return {
    feature: "loan_amount",
    status: "ok",
    unit: "CNY",
    finding: HIGHER,
    drift: {
      ...drift!,
      verdict: missing.verdict === "shifted" ? "shifted" : index.verdict,
      verdicts: {
        index: { ...index, noise: 0.000_15 },
        missing,
        unseen: null,
        beyond: null,
        heaped: null,
        stale: null,
      },
    },
  };
}

const part = (verdict: PartVerdict["verdict"], value: number): PartVerdict => ({
  verdict,
  reason: null,
  value,
  noise: 0,
});

test("the verdict, its figure, its limits, its noise, and the finding", () => {
  const spoken = figures(part("watch", 0.2101), part("stable", 0));
  expect(speakVerdict(spoken, "en", "贷款金额").replaceAll("\u00a0", " ")).toBe(
    "loan_amount, 贷款金额. Watch: population stability index 0.21; watch from 0.10, shifted from 0.25; noise up to 0.0002. Higher: median 47.0 to 58.6 thousand CNY.",
  );
  expect(speakVerdict(spoken, "zh-Hans", "贷款金额").replaceAll("\u00a0", " ")).toBe(
    "loan_amount，贷款金额。关注：群体稳定性指数 0.21；0.10 起关注，0.25 起偏移；噪声不超过 0.0002。偏高：中位数 从 4.70万 到 5.86万 CNY。",
  );
});

function spokenShort(index: PartVerdict, missing: PartVerdict): string {
  return speakVerdict(figures(index, missing), "en", null, true).replaceAll("\u00a0", " ");
}

test("as one of many it has its figure alone", () => {
  expect(spokenShort(part("watch", 0.2101), part("stable", 0))).toBe(
    "loan_amount. Watch: population stability index 0.21. Higher: median 47.0 to 58.6 thousand CNY.",
  );
  expect(spokenShort(part("stable", 0.09), part("shifted", 0.0623))).toMatch(
    /^loan_amount\. Shifted: missing 6\.2 points more; population stability index 0\.09\. /,
  );
});

test("an index of identifiers, which is 0 whatever they are, is not spoken", () => {
  const index: PartVerdict = { ...part("unknown", 0), reason: "only-other" };
  expect(speakVerdict(figures(index, part("stable", 0)), "en")).toMatch(/^loan_amount\. Unknown\. Higher/);
});

test("where the missing share decides, it comes first", () => {
  const spoken = speakVerdict(
    figures(part("stable", 0.09), { ...part("shifted", 0.0623), noise: 0.0028 }),
    "en",
  );
  expect(spoken).toMatch(
    /^loan_amount\. Shifted: missing 6\.2 points more; watch from 0\.5, shifted from 3; noise up to 0\.28 points; population stability index 0\.09\. /,
  );
});

/** A feature that is shifted by one of the further parts alone. */
function shiftedBy(
  name: "beyond" | "heaped" | "stale",
  value: number,
  finding: SpokenFigures["finding"],
): SpokenFigures {
  const spoken = figures(part("stable", 0.09), part("stable", 0));
  const verdicts = { ...spoken.drift!.verdicts, [name]: part("shifted", value) };
  return { ...spoken, drift: { ...spoken.drift!, verdict: "shifted", verdicts }, finding };
}

test("where values beyond the reference's extremes decide, they come first", () => {
  const beyond = shiftedBy("beyond", 0.04, {
    code: "beyond-only",
    arguments: { belowShare: 0.04, least: -999 },
  });
  expect(speakVerdict(beyond, "en").replaceAll("\u00a0", " ")).toBe(
    "loan_amount. Shifted: 4.0 points beyond the reference's extremes; watch from 0.5, shifted from 1; noise up to 0 points; population stability index 0.09. 4.0 % below the reference's least value, down to −999; the rest as before.",
  );
  expect(speakVerdict(beyond, "zh-Hans")).toMatch(
    /^loan_amount。偏移：超出基准取值范围的占 4\.0个百分点；0\.5 起关注，1 起偏移；噪声不超过 0个百分点；群体/,
  );
});

test("where rows crowd at one value, that comes first", () => {
  const heaped = shiftedBy("heaped", 0.038, {
    code: "more",
    arguments: { binType: "point", binValue: 2500, shareReference: 0.002, shareCurrent: 0.04 },
  });
  expect(speakVerdict(heaped, "en")).toMatch(
    /Shifted: 3\.8 points more at one value; .* More values of 2\.5 thousand: 0\.2 to 4\.0\s%\.$/,
  );
  expect(speakVerdict(heaped, "zh-Hans")).toContain("集中于同一取值的多 3.8");
});

test("where points in time are not renewed, that comes first", () => {
  const newest = Date.UTC(2026, 8, 30, 14);
  const stale = shiftedBy("stale", 0.12, {
    code: "time-span",
    arguments: { oldest: Date.UTC(2026, 6, 3), newest, overdueShare: 0.12, overdueSince: newest },
  });
  expect(speakVerdict(stale, "en").replaceAll("\u00a0", " ")).toMatch(
    /Shifted: 12\.0 points of newer values expected; .* Nothing newer than 30 Sep 2026, 14:00 UTC: 12\.0 % expected; from 3 Jul 2026 to 30 Sep 2026\.$/,
  );
  expect(speakVerdict(stale, "zh-Hans")).toContain("预期应有更新的取值 12.0");
});

test("a broken column and a run without a reference say so in words", () => {
  const spoken = figures(part("watch", 0.2), part("stable", 0));
  const failed: SpokenFigures = { ...spoken, status: "failed", finding: { code: "failed", arguments: {} } };
  expect(speakVerdict(failed, "en")).toBe("loan_amount. Broken. The analysis failed.");
  const alone: SpokenFigures = { ...spoken, drift: null, finding: { code: "no-reference", arguments: {} } };
  expect(speakVerdict(alone, "en")).toBe("loan_amount. Unknown. Nothing to compare with.");
});

test("a figure beyond noise does not read as within it, by the digits that are told", () => {
  const index: PartVerdict = { verdict: "stable", reason: null, value: 0.0134, noise: 0.0113 };
  const calm: PartVerdict = { verdict: "stable", reason: null, value: 0.001, noise: 0.002 };
  const { drift: judged } = figures(index, calm);
  const verdicts = { ...judged!.verdicts, index };
  const told = leadingPart({ ...judged!, verdicts }, "en");
  expect([told?.figure, told?.bound(0.0113)]).toEqual(["0.013", "0.012"]);
  const missing: PartVerdict = { verdict: "watch", reason: null, value: 0.0034, noise: 0.003_35 };
  const more = leadingPart({ ...judged!, verdicts: { ...verdicts, missing } }, "en");
  expect([more?.figure, more?.bound(0.003_35)].join(" ").replaceAll("\u00a0", " ")).toBe(
    "+0.340 pp 0.335 pp",
  );
});
