import type { PictureFile } from "../../artifact/index.js";
import {
  CARD_UNIT,
  cardInputs,
  cardTemplate,
  chartInputs,
  chartTemplateFor,
  darkColors,
  lightColors,
  chartTemplate,
  type ChartDocuments,
  type ChartInputs,
  type LayeredSpec,
} from "../../chart/index.js";

/** Width of a chart in CSS px. */
const WIDTH = 740;
/** Device px for each CSS px. */
const SCALE = 2;

/** What a picture is drawn from. */
export interface PictureSpec {
  /** Of the template: it is the same for every picture with this name. */
  name: string;
  template: () => LayeredSpec;
  inputs: ChartInputs;
  /** Device px for each unit of the inputs. */
  scale: number;
}

/** Template and inputs of a picture: the chart at 740 CSS px, or the card at 600. */
export function pictureSpec(file: PictureFile, documents: ChartDocuments, language: string): PictureSpec {
  const name = chartTemplateFor(documents);
  if (file === "card.png") {
    const inputs = cardInputs(documents, { colors: lightColors, language });
    return { name: `card-${name}`, template: () => cardTemplate(name), inputs, scale: SCALE * CARD_UNIT };
  }
  const inputs = chartInputs(documents, {
    width: WIDTH,
    colors: file === "chart-dark.png" ? darkColors : lightColors,
    language,
    mode: "share",
    domain: null,
    cursor: null,
    allLevels: false,
  });
  return { name, template: () => chartTemplate(name), inputs, scale: SCALE };
}
