import { expect, test } from "vitest";
import { chartFormOf, chartHeight, chartInputs, chartTemplateFor } from "../../src/chart/index.js";
import { textWidth } from "../../src/chart/parts/text-width.js";
import { drawPicture } from "../../src/report/picture/draw-picture.js";
import { documentsOf } from "../drift/documents.js";
import { textsOf, view } from "./view.js";

const ids = (first: number): string[] => Array.from({ length: 1500 }, (_, i) => `note ${first + i}`);
const jobs = Array.from({ length: 1500 }, (_, i) => ["clerk", "nurse"][i % 2]!);

test("identifiers and free text are a sentence instead of a chart, in every language and width", () => {
  const documents = documentsOf(ids(0), ids(1000));
  expect(chartFormOf(documents.statistics)).toBe("sentence");
  expect(chartTemplateFor(documents)).toBe("rows");
  expect(textsOf(chartInputs(documents, view()).data)).toEqual([
    "1,500 different values in 1,500 rows",
    "an identifier or free text, so its levels are not drawn",
  ]);
  expect(textsOf(chartInputs(documents, view({ language: "zh-Hans" })).data)).toEqual([
    "1,500 行中有 1,500 个不同取值",
    "属于标识符或自由文本，不逐一绘制类别",
  ]);
  const million = {
    ...documents,
    statistics: { ...documents.statistics, distinct: 98_765_432, count: 99_999_999 },
  };
  for (const language of ["en", "zh-Hans"]) {
    const { data, frame, places } = chartInputs(million, view({ width: 232, language, allLevels: true }));
    expect(frame.height).toBe(chartHeight(documents.statistics, 232));
    expect(places).toEqual([]);
    for (const { text, size, weight, y } of data["texts"]!) {
      // A sixth wider than Inter, as DejaVu Sans is.
      expect(textWidth(String(text), Number(size), Number(weight)) * 1.16).toBeLessThan(232);
      expect(Number(size)).toBeGreaterThanOrEqual(12);
      expect(Number(y)).toBeLessThan(frame.height - 4);
    }
  }
});

test("levels that became identifiers, or were such, are drawn", () => {
  expect(chartFormOf(documentsOf(jobs, ids(0)).statistics)).toBe("levels");
  expect(chartFormOf(documentsOf(ids(0), jobs).statistics)).toBe("levels");
  expect(chartFormOf(documentsOf(null, ids(0)).statistics)).toBe("sentence");
});

test("the picture is the two lines", async () => {
  const picture = await drawPicture("chart.png", documentsOf(ids(0), ids(1000)));
  expect(Buffer.from(picture).subarray(1, 4).toString()).toBe("PNG");
  expect(Buffer.from(picture).readUInt32BE(20)).toBe(96);
});
