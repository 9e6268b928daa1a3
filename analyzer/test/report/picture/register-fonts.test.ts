import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { CHART_TEMPLATE_NAMES, chartInputs, chartTemplate } from "../../../src/chart/index.js";
import { registerFonts } from "../../../src/report/picture/register-fonts.js";
import { useReports } from "../../chart/reports.js";
import { textsOf, view } from "../../chart/view.js";

const require = createRequire(import.meta.url);
const reports = useReports();

function widthOf(text: string, family: string): number {
  const context = createCanvas(1, 1).getContext("2d");
  context.font = `100px ${family}`;
  return context.measureText(text).width;
}

test("the shipped fonts are registered, however often it is asked for", () => {
  registerFonts();
  registerFonts();
  expect(GlobalFonts.has("Inter")).toBe(true);
  expect(widthOf("缺失", "'Noto Sans SC'")).toBeCloseTo(200, 1);
});

test("templates name the shipped fonts", () => {
  for (const name of CHART_TEMPLATE_NAMES)
    expect(chartTemplate(name).config?.font).toMatch(/^Inter, 'Noto Sans SC'/);
});

/** Characters that the shipped files of Inter hold, by the ranges that the package states. */
function isInInter(character: string): boolean {
  const ranges = JSON.parse(
    readFileSync(require.resolve("@fontsource/inter/unicode.json"), "utf8"),
  ) as object;
  const code = character.codePointAt(0) ?? 0;
  return Object.entries(ranges)
    .filter(([subset]) => ["latin", "latin-ext", "greek"].includes(subset))
    .flatMap(([, range]) => String(range).split(","))
    .some((range) => {
      const [first = "", last = first] = range.replace("U+", "").split("-");
      return code >= Number.parseInt(first, 16) && code <= Number.parseInt(last, 16);
    });
}

test("all that is written in charts is in the shipped fonts: nothing depends on the machine's", () => {
  registerFonts();
  const documents = [reports.moved, reports.alone, reports.few].flatMap((report) => Object.values(report));
  const views = ["en", "zh-Hans"].flatMap((language) => [view({ language }), view({ language, width: 330 })]);
  const texts = documents.flatMap((each) => views.flatMap((one) => textsOf(chartInputs(each, one).data)));
  const foreign = [...new Set(texts.flatMap((text) => Array.from(text)))].filter((character) => {
    const isChinese = character >= "\u2e80";
    return isChinese
      ? Math.abs(widthOf(character, "Inter, 'Noto Sans SC'") - 100) > 0.1
      : !isInInter(character);
  });
  expect(foreign).toEqual([]);
});
