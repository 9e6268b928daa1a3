import { expect, test } from "vitest";
import { localText } from "../../src/parts/local-text.js";

const texts = { en: "Loan amount", "zh-Hans": "贷款金额" };

test("prefers the same tag, then the same main language, then the first", () => {
  expect(localText(texts, "zh-hans")).toEqual({ language: "zh-Hans", text: "贷款金额" });
  expect(localText(texts, "zh-CN")?.text).toBe("贷款金额");
  expect(localText(texts, "en-GB")?.text).toBe("Loan amount");
  expect(localText(texts, "fr")?.language).toBe("en");
});

test("is null where no text is configured", () => {
  expect(localText({}, "en")).toBeNull();
});
