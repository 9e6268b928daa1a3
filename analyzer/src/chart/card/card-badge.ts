import { isBroken, type StatisticsDocument, type Verdict } from "../../artifact/index.js";
import { leadingPart } from "../../drift/index.js";
import { wordsFor } from "../../drift/words/words-for.js";
import type { ChartColors, ChartRow, ChartRows, ChartView } from "../chart-types.js";
import { GLYPH_OUTLINES } from "../parts/glyph-outlines.js";
import { boxRow, textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
import { chartWordsFor } from "../words/words-for.js";
import { cardWordsFor } from "./card-words.js";

const HEIGHT = 30;
const PADDING = 11;
const GLYPH = 11;
const SIZE = 13;
const FIGURE_SIZE = 16.5;

type Sign = Verdict | "broken";

/** Surface and ink of a badge: colour only where something is wrong. */
const COLORS: Record<Sign, readonly [keyof ChartColors, keyof ChartColors]> = {
  stable: ["soft", "ink"],
  watch: ["warnBackground", "warnInk"],
  shifted: ["badBackground", "badInk"],
  unknown: ["soft", "ink"],
  broken: ["badBackground", "badInk"],
};

/** What a badge says. */
interface BadgeText {
  sign: Sign;
  word: string;
  /** The figure of the verdict's worst part, with its name; null where there is none. */
  figure: { name: string; value: string } | null;
}

/**
 * Glyph, word and the figure of the verdict's worst part, at the right end.
 * @param right and top in px of the chart zone
 * @returns rows of `boxes`, `texts` and `glyphs`, and the left end
 */
export function cardBadge(
  statistics: StatisticsDocument,
  { language }: ChartView,
  { right, top }: { right: number; top: number },
): { data: ChartRows; left: number } {
  const { sign, word, figure } = badgeText(statistics, language);
  const [surface, ink] = COLORS[sign];
  const baseline = top + 20;
  const texts: ChartRow[] = [];
  let left = right - PADDING;
  if (figure !== null) {
    const { name, value } = figure;
    texts.push(
      textRow(left, baseline + 1, value, { align: "right", size: FIGURE_SIZE, weight: 600, color: ink }),
    );
    left -= textWidth(value, FIGURE_SIZE, 600) + 5;
    texts.push(textRow(left, baseline + 1, name, { align: "right", size: 11, weight: 500, color: ink }));
    left -= textWidth(name, 11, 500) + 16;
  }
  left -= textWidth(word, SIZE, 500);
  texts.push(textRow(left, baseline, word, { size: SIZE, weight: 500, color: ink }));
  const isOutline = sign === "unknown" || sign === "broken";
  const glyph: ChartRow = {
    x: left - 8 - GLYPH / 2,
    y: top + HEIGHT / 2,
    outline: GLYPH_OUTLINES[sign],
    size: GLYPH,
    fill: isOutline ? null : ink,
    stroke: isOutline ? ink : null,
  };
  left -= 8 + GLYPH + PADDING;
  const box = boxRow({ left, right, top, bottom: top + HEIGHT }, surface, { corner: 6 });
  return { data: { boxes: [box], texts, glyphs: [glyph] }, left };
}

function badgeText({ status, drift, reference }: StatisticsDocument, language: string): BadgeText {
  const { verdicts: words } = wordsFor(language);
  if (isBroken(status)) return { sign: "broken", word: words.broken, figure: null };
  const own = cardWordsFor(language);
  if (reference === null) return { sign: "unknown", word: own.nothingToCompare, figure: null };
  if (drift === null) return { sign: "unknown", word: words.unknown, figure: null };
  const { verdict } = drift;
  const part = leadingPart(drift, language);
  const names = { ...own, missing: chartWordsFor(language).missing };
  return {
    sign: verdict,
    word: words[verdict],
    figure: part && { name: names[part.name], value: part.figure },
  };
}
