import type { StatisticsDocument, Window } from "../../artifact/index.js";
import { formatCount, formatIndex, formatNoiseBound, formatWindow } from "../../drift/index.js";
import { wordsFor } from "../../drift/words/words-for.js";
import type { ChartRow, ChartRows, ChartView } from "../chart-types.js";
import { strokeRow, textRow } from "../parts/text-row.js";
import { cutInMiddle, textWidth } from "../parts/text-width.js";
import { wrapText } from "../parts/wrap-text.js";
import { chartWordsFor } from "../words/words-for.js";
import { cardWordsFor } from "./card-words.js";

const SIZE = 11;
const LINE = 17;
const GAP = 16;

/**
 * Windows and rows of both sides, limits, noise and run, below the chart.
 * @param top in px of the chart zone
 * @returns the rows, and the height that they take
 */
export function cardFooter(
  statistics: StatisticsDocument,
  { width, language }: ChartView,
  top: number,
): { data: ChartRows; height: number } {
  const { window, source, rows, reference } = statistics;
  const texts: ChartRow[] = [];
  let baseline = top + GAP;
  const side = (name: "current" | "reference", span: Window | null, origin: string, count: number): void => {
    const word = chartWordsFor(language)[name];
    const left = textWidth(`${word} `, SIZE, 600);
    const n = wordsFor(language).comma + cardWordsFor(language).n(formatCount(count, language));
    const room = width - left - textWidth(n, SIZE);
    const from = span === null ? cutInMiddle(origin, room, SIZE) : formatWindow(span, language);
    baseline += LINE;
    texts.push(textRow(0, baseline, word, { size: SIZE, weight: 600, color: name }));
    texts.push(textRow(left, baseline, from + n, { size: SIZE }));
  };
  side("current", window, source, rows);
  if (reference !== null) side("reference", reference.window, reference.source, reference.rows);
  for (const line of wrapText(provenance(statistics, language), width, SIZE))
    texts.push(textRow(0, (baseline += LINE), line, { size: SIZE }));
  const line = strokeRow([0, top + GAP], [width, top + GAP], "line");
  return { data: { texts, strokes: [line] }, height: baseline + 4 - top };
}

/** "Watch from 0.10, shifted from 0.25; noise ≤ 0.003 · run 20261120t000000z-1f2e3d4c" */
function provenance({ drift, run }: StatisticsDocument, language: string): string {
  const own = cardWordsFor(language);
  if (drift === null) return own.run(run);
  const { semicolon, capital } = wordsFor(language);
  const { limits, noiseBound } = drift;
  const limit = (value: number): string => formatIndex(value, language, limits);
  const noise = noiseBound === null ? [] : [own.noise(formatNoiseBound(noiseBound, language))];
  const judged = [own.limits(limit(limits.watch), limit(limits.shifted)), ...noise].join(semicolon);
  return `${capital(judged)} · ${own.run(run)}`;
}
