import { expect, test } from "vitest";
import { chartInputs } from "../../../src/chart/index.js";
import { textWidth } from "../../../src/chart/parts/text-width.js";
import { useReports } from "../reports.js";
import { view } from "../view.js";

const reports = useReports();

test("the names of the curves stand above the bars below them and do not touch", () => {
  const { moved } = reports;
  for (const documents of [moved.amount, moved.spent, moved.age, moved.at]) {
    for (const width of [330, 740]) {
      const { data, params, places, frame } = chartInputs(documents, view({ width }));
      const names = data["labels"]!.filter(({ weight }) => weight === 600);
      const { shareHigh, histogramTop, histogramBottom } = params as Record<string, number>;
      for (const { x, y, text, color } of names) {
        const half = textWidth(String(text), 12, 600) / 2;
        const under = data["bins"]!.filter(
          (_, i) => places[i]!.right > Number(x) - half && places[i]!.left < Number(x) + half,
        );
        const highest = Math.max(...under.map((bin) => Number(bin[String(color)])));
        const top = histogramBottom! - (highest / shareHigh!) * (histogramBottom! - histogramTop!);
        expect(Number(y)).toBeLessThan(top);
        expect(Number(x) - half).toBeGreaterThanOrEqual(frame.padding.left);
      }
      const [a = {}, b = {}] = names;
      const apart = Math.abs(Number(a["x"]) - Number(b["x"]));
      const widths = textWidth("current", 12, 600) / 2 + textWidth("reference", 12, 600) / 2;
      const touch = apart < widths && Math.abs(Number(a["y"]) - Number(b["y"])) < 12;
      expect(touch).toBe(false);
    }
  }
});

test("the name of the reference stands where the reference is higher", () => {
  const { data, places } = chartInputs(reports.moved.amount, view());
  const label = data["labels"]!.find(({ text }) => text === "reference")!;
  const bin = places.findIndex(({ left, right }) => Number(label["x"]) >= left && Number(label["x"]) < right);
  const { current, reference } = data["bins"]![bin]!;
  expect(Number(reference)).toBeGreaterThan(Number(current));
});
