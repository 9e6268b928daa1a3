import { expect, test } from "vitest";
import { addDriftWords, driftInChinese, sayFinding } from "../../../src/drift/index.js";

addDriftWords(driftInChinese);

const calm = (medianReference: number, medianCurrent: number, language = "en"): string =>
  sayFinding(
    { code: "as-before", arguments: { medianReference, medianCurrent, withoutPoints: false } },
    language,
  ).replaceAll("\u00a0", " ");

test("medians that three digits do not tell apart are no news, and said once", () => {
  expect(calm(9.9491e17, 9.9505e17)).toBe("As before: median 1.0e18.");
  expect(calm(49.97, 49.975)).toBe("As before: median 50.0.");
  expect(calm(21_903, 21_900)).toBe("As before: median 21.9 k.");
  expect(calm(21_903, 21_900, "zh-Hans")).toBe("与基准一致：中位数 2.19万。");
});

test("those that differ are both said, as one year and the next", () => {
  expect(calm(2019, 2020)).toBe("As before: median 2019 → 2020.");
  expect(calm(49.9, 50.4)).toBe("As before: median 49.9 → 50.4.");
  expect(calm(-3, 3)).toBe("As before: median −3 → 3.");
});

test("what the bin other holds has a name of its own, as a chart's line other is of all levels not drawn", () => {
  const shares = { shareReference: 0.157, shareCurrent: 0.16, binType: "other" };
  const said = (language: string): string =>
    sayFinding({ code: "as-before", arguments: shares }, language).replaceAll("\u00a0", " ");
  expect(said("en")).toBe("As before: rare or new levels 15.7 → 16.0 %.");
  expect(said("zh-Hans")).toBe("与基准一致：少见或新出现的类别 15.7% → 16.0%。");
});
