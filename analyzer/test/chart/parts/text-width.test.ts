import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { cutInMiddle, textWidth } from "../../../src/chart/parts/text-width.js";
import { registerFonts } from "../../../src/report/picture/register-fonts.js";

test("the estimate is within 5 % of what the shipped fonts measure", () => {
  registerFonts();
  const context = createCanvas(1, 1).getContext("2d");
  const texts = [
    "share of all rows per bin · 39\u00a0% of rows drawn; 0: 60\u00a0%",
    "> 296\u00a0k: 0.1\u00a0% (0.0\u00a0%)",
    "employer_portal",
    "current − reference; hollow: within noise",
    "每个分箱占全部行的比例",
  ];
  for (const weight of [400, 600]) {
    for (const text of texts) {
      context.font = `${weight} 11px Inter, "Noto Sans SC"`;
      const { width } = context.measureText(text);
      expect(Math.abs(textWidth(text, 11, weight) - width) / width).toBeLessThan(0.05);
    }
  }
});

test("a long name is cut in the middle to fit, a short one stays", () => {
  expect(cutInMiddle("age", 100, 12)).toBe("age");
  const cut = cutInMiddle("transaction_amount_of_all_cards_30d", 120, 12);
  expect(cut).toMatch(/^trans.*….*_30d$/);
  expect(textWidth(cut, 12)).toBeLessThanOrEqual(120);
});

test("characters beyond 16 bits are not cut apart", () => {
  expect(cutInMiddle("😀".repeat(20), 60, 12)).toMatch(/^(😀)+…(😀)+$/u);
});

test("an emoji of several parts is not cut apart", () => {
  const cut = cutInMiddle("👩🏽‍💻🇨🇳".repeat(9), 200, 12);
  expect(cut).toMatch(/^(👩🏽‍💻|🇨🇳)+…(👩🏽‍💻|🇨🇳)+$/u);
});

test("as much stays as fits, and of a level of a megabyte only its ends are looked at", () => {
  const shown = cutInMiddle(`start${"x".repeat(1_000_000)}end`, 120, 12);
  expect(shown).toMatch(/^startx+…x+end$/);
  expect(textWidth(shown, 12)).toBeLessThanOrEqual(120);
  expect(textWidth(`${shown}x`, 12)).toBeGreaterThan(120);
});
