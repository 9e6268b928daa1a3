import { type StatisticsDocument, isBroken } from "@featurescope/analyzer/artifact";
import { formatNumber } from "@featurescope/analyzer/drift";
import { type TemplateResult, render } from "lit";
import { wordsFor } from "../words/words.js";
import { figureTable } from "./figure-table.js";
import { figuresOf } from "./figures.js";
import { panelHeader } from "./panel-header.js";

/** Whether a panel's parts were drawn once. */
let areDrawn = false;

/**
 * What the first drawing of a page's panels would do all at once, in pieces, each to be done in a task of its own so that the page can answer
 * between: formats of numbers are made, and parts are drawn where nobody sees them, as their templates are read with their first drawing.
 */
export function preparations(statistics: StatisticsDocument, language: string): (() => void)[] {
  const formats = (): void => {
    for (let decimals = 0; decimals < 4; decimals++) formatNumber(0, language, decimals);
  };
  if (areDrawn || isBroken(statistics.status)) return [formats];
  areDrawn = true;
  const words = wordsFor(language, () => undefined);
  return [
    formats,
    () => drawUnseen(panelHeader(statistics, null, null, words)),
    () => drawUnseen(figureTable(figuresOf(statistics, words), "", statistics.reference !== null, words)),
  ];
}

function drawUnseen(part: TemplateResult): void {
  render(part, document.createElement("div"));
}
