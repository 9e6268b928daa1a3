import { type StatisticsDocument, isBroken } from "@featurescope/analyzer/artifact";
import { formatNumber } from "@featurescope/analyzer/drift";
import { type TemplateResult, render } from "lit";
import { wordsFor } from "../words/words-for.js";
import { panelHeader } from "./panel-header.js";
import { figureTable } from "./tables/figure-table.js";
import { figuresOf } from "./tables/figures.js";

/** Languages in which panels' parts were drawn once. */
const drawnIn = new Set<string>();

/**
 * What the first drawing of a page's panels would do all at once, in pieces, each to be done in a task of its own so that the
 * page can answer between: formats of numbers are made, and parts are drawn where nobody sees them, as their templates are read
 * with their first drawing.
 */
export function preparations(statistics: StatisticsDocument, language: string): (() => unknown)[] {
  if (drawnIn.has(language) || isBroken(statistics.status)) return [];
  drawnIn.add(language);
  const words = wordsFor(language, () => undefined);
  return [
    ...[0, 1, 2, 3].map((decimals) => () => formatNumber(0, language, decimals)),
    () => drawUnseen(panelHeader(statistics, null, null, words)),
    () => drawUnseen(figureTable(figuresOf(statistics, words), "", statistics.reference !== null, words)),
  ];
}

function drawUnseen(part: TemplateResult): void {
  render(part, document.createElement("div"));
}
