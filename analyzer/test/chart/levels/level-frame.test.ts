import { expect, test } from "vitest";
import { chartInputs } from "../../../src/chart/index.js";
import { textWidth } from "../../../src/chart/parts/text-width.js";
import { useReports } from "../reports.js";
import { textsOf, view } from "../view.js";

const reports = useReports();

test("a level that ends with a blank is not taken for the one without", () => {
  const { statistics, distribution } = reports.moved.channel;
  const levels = distribution.levels!.map((level, i) => (i === 1 ? { ...level, value: "app " } : level));
  const { data } = chartInputs({ statistics, distribution: { ...distribution, levels } }, view());
  expect(textsOf(data)).toContain("“app ”");
});

test("long levels are told apart, with the tags of new ones too", () => {
  const { statistics, distribution } = reports.moved.channel;
  const levels = distribution.levels!.map((level) => ({
    ...level,
    value: `Manufacturing / ${level.value} (NACE Revision 2, statistical classification)`,
  }));
  for (const width of [280, 360, 740]) {
    const { data } = chartInputs({ statistics, distribution: { ...distribution, levels } }, view({ width }));
    const labels = textsOf(data).filter((text) => text.startsWith("Man"));
    expect(labels.length).toBeGreaterThan(6);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

/** Part of a text that lies before the place where it is set. */
const PART_BEFORE: Record<string, number> = { left: 0, center: 0.5, right: 1 };

test("long levels stay clear of the figures in a font a twelfth wider than Inter", () => {
  const { statistics, distribution } = reports.moved.channel;
  const levels = distribution.levels!.map((level) => ({
    ...level,
    value: `Other services activities (activities of membership organisations), ${level.value}`,
  }));
  for (const width of [280, 360, 620]) {
    const { data } = chartInputs({ statistics, distribution: { ...distribution, levels } }, view({ width }));
    const texts = data["texts"]!.map(({ x, y, text, size, align }) => {
      const drawn = textWidth(String(text), Number(size)) * (13 / 12);
      return { y, text: String(text), left: Number(x) - drawn * PART_BEFORE[String(align)]!, drawn };
    });
    const labels = texts.filter(({ text }) => text.startsWith("Other"));
    expect(labels.length).toBeGreaterThan(6);
    for (const label of labels) {
      const next = texts.filter(({ y, left }) => y === label.y && left > label.left).map(({ left }) => left);
      expect(label.left + label.drawn).toBeLessThan(Math.min(...next));
    }
  }
});
