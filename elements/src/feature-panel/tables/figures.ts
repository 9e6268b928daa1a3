import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import type { Words } from "../../words/words.js";
import { levelFigures } from "./level-figures.js";
import { numericFigures } from "./numeric-figures.js";
import { timeFigures } from "./time-figures.js";

/** How a difference is set: `large` is bold, `warn` and `bad` are beyond a stated limit. */
export type Emphasis = "plain" | "large" | "warn" | "bad";

/** A row of the table of figures, written out. */
export interface Figure {
  label: string;
  current: string;
  /** Null where there is no reference. */
  reference: string | null;
  difference: string;
  emphasis: Emphasis;
}

/** Rows under one heading; the first group has none. */
export interface FigureGroup {
  heading: string | null;
  figures: Figure[];
}

/** The table of figures. */
export interface Figures {
  /** Above the labels: scale and unit of the values, e.g. `k CNY`; empty for none. */
  corner: string;
  groups: FigureGroup[];
}

/** The figures of a feature as its kind wants them. */
export function figuresOf(statistics: StatisticsDocument, words: Words): Figures {
  switch (statistics.kind) {
    case "numeric":
      return numericFigures(statistics, words);
    case "datetime":
      return timeFigures(statistics, words);
    default:
      return levelFigures(statistics, words);
  }
}
