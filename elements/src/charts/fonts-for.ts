import type { ChartRows } from "@featurescope/analyzer/chart";

const FONTS = [400, 500, 600].map((weight) => `${weight} 11px Inter, "Noto Sans SC"`);
/** A font that takes longer is not waited for: the chart is drawn with what the page has. */
const PATIENCE = 1000;

/** Waits for the fonts of the chart's texts that the page declares: a canvas is not drawn anew when one arrives. */
export async function fontsFor(data: ChartRows): Promise<void> {
  if (document.fonts.size === 0) return;
  const texts = ["texts", "labels"].flatMap((name) => data[name] ?? []);
  const characters = [...new Set(texts.flatMap(({ text }) => Array.from(String(text))))].join("");
  const missing = FONTS.filter((font) => !document.fonts.check(font, characters));
  if (missing.length === 0) return;
  const loaded = Promise.allSettled(missing.map((font) => document.fonts.load(font, characters)));
  await Promise.race([loaded, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
