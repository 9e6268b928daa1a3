import { chartFormOf } from "../chart-form.js";
import { chartInputs } from "../chart-inputs.js";
import type { ChartDocuments, ChartInputs, ChartView } from "../chart-types.js";
import { mergeRows } from "../parts/merge-rows.js";
import { cardFooter } from "./card-footer.js";
import { cardHeader } from "./card-header.js";

/** Width of a card in units of {@link CARD_UNIT}. */
const WIDTH = 500;
const MARGIN = 20;

/** CSS px of a card's unit: charts are written in 11 px and more, cards in 13. So a card is 600 px wide. */
export const CARD_UNIT = 1.2;

/**
 * All that a template needs to become a feature's card: the narrow chart without quantile strips and index lane, name, badge and
 * finding above it, windows, rows, limits and run below. Its size is in units of {@link CARD_UNIT}.
 */
export function cardInputs(
  documents: ChartDocuments,
  { colors, language }: Pick<ChartView, "colors" | "language">,
): ChartInputs {
  const view: ChartView = {
    width: WIDTH - 2 * MARGIN,
    colors,
    language,
    mode: "share",
    domain: null,
    cursor: null,
    allLevels: false,
    isCard: true,
  };
  const chart = chartInputs(documents, view);
  // Where there is nothing to draw, the finding has said why.
  const isBare = chartFormOf(documents.statistics) === "nothing";
  const { width, padding } = chart.frame;
  const height = isBare ? 0 : chart.frame.height;
  const header = cardHeader(documents.statistics, view);
  const footer = cardFooter(documents.statistics, view, height);
  return {
    ...chart,
    data: mergeRows(isBare ? {} : chart.data, header.data, footer.data),
    frame: {
      width,
      height,
      padding: {
        left: MARGIN + padding.left,
        right: MARGIN + padding.right,
        top: MARGIN + header.height,
        bottom: MARGIN + footer.height,
      },
    },
  };
}
