import { expect, test } from "vitest";
import { addDriftWords, driftInChinese, quoteLevel, sayFinding } from "../../../src/drift/index.js";

addDriftWords(driftInChinese);

test("a level that begins or ends with a blank stands in quotation marks", () => {
  expect(["Retail", "Retail ", "\tRetail", "Retail bank", ""].map(quoteLevel)).toEqual([
    "Retail",
    "“Retail ”",
    "“\tRetail”",
    "Retail bank",
    "",
  ]);
});

test("in a sentence so does a level that ends with a digit, so that its share is not read as a part of it", () => {
  const args = { gone: "11", goneShare: 0.2, goneCount: 1, new: "11 ", newShare: 0.1, newCount: 1 };
  const swapped = sayFinding({ code: "gone-and-new", arguments: args }, "en");
  expect(swapped.replaceAll("\u00a0", " ")).toBe("Gone: “11” (was 20.0 %); new: “11 ” 10.0 %.");
  const shares = { shareReference: 0.065, shareCurrent: 0.063, binType: "category", binValue: "4" };
  const calm = sayFinding({ code: "as-before", arguments: shares }, "zh-Hans");
  expect(calm.replaceAll("\u00a0", " ")).toBe("与基准一致：“4” 6.5% → 6.3%。");
});
