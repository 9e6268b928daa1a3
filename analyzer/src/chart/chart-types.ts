import type { DistributionDocument, StatisticsDocument } from "../artifact/index.js";

/** The documents of one feature in one run: all that its chart is drawn from. */
export interface ChartDocuments {
  statistics: StatisticsDocument;
  distribution: DistributionDocument;
}

/** Colours of a chart, as CSS colours; the tokens of VISUAL.md, in camel case. They become one signal: a theme change parses nothing. */
export interface ChartColors {
  background: string;
  line: string;
  faint: string;
  soft: string;
  ink: string;
  muted: string;
  current: string;
  currentFill: string;
  reference: string;
  referenceOnFill: string;
  up: string;
  down: string;
  limit: string;
  band: string;
  hatch: string;
  warnInk: string;
  badInk: string;
  warnBackground: string;
  badBackground: string;
}

/** How a chart is to be drawn; everything that can change while it is on screen. */
export interface ChartView {
  /** Width of the whole chart zone in CSS px; 740 in the poster, 280 at least. */
  width: number;
  colors: ChartColors;
  /** BCP 47 tag; `en` and `zh-Hans` are known, any other falls back to `en` for words. */
  language: string;
  /** Share of rows or counts on the y axis. */
  mode: "share" | "count";
  /** Low and high end of the x axis in the feature's units; null for the whole of the edges. */
  domain: readonly [number, number] | null;
  /** The bin or row under the cursor, by index, −1 and their count for what lies beyond the axis' ends; null for none. */
  cursor: number | null;
  /** All levels, instead of the 8 or 24 that fit. */
  allLevels: boolean;
  /** Names of the two sides where they are not "current" and "reference": two runs side by side. */
  names?: { current: string; reference: string };
  /** In their stead above columns and in the gutter, where those are too long; by default they are not. */
  shortNames?: { current: string; reference: string };
  /** Rows on a logarithmic y axis; false by default, and without effect where there is no histogram. */
  logY?: boolean;
  /** Without quantile strips and index lane, as on a card; false by default. */
  isCard?: boolean;
}

/** Every {@link ChartTemplateName}. */
export const CHART_TEMPLATE_NAMES = [
  "numeric-linear",
  "numeric-log",
  "numeric-linear-log-y",
  "numeric-log-log-y",
  "dots",
  "rows",
] as const;

/**
 * Templates of charts: one for each combination that signals cannot express (a scale's type is no signal).
 * For histograms the name says the x scale (time is linear, its ticks are data) and `-log-y` the logarithmic y axis; `rows` are a
 * rail or levels.
 */
export type ChartTemplateName = (typeof CHART_TEMPLATE_NAMES)[number];

/** A row of a named data set. */
export type ChartRow = Record<string, string | number | boolean | null>;

/** Rows by the names of a template's data sets. */
export type ChartRows = Record<string, ChartRow[]>;

/** What a param can hold. */
export type ChartParam = string | number | boolean | null | Readonly<Record<string, string>>;

/** Size of a drawing in CSS px: width and height of the x scale's box, and what is drawn outside it. */
export interface ChartFrame {
  width: number;
  height: number;
  padding: { left: number; right: number; top: number; bottom: number };
}

/** A place that a cursor can stand on: a bin, column or line, in px of the chart zone. */
export interface ChartPlace {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** What lies beyond the ends of an axis; null where there is nothing, or too little to be drawn. */
export interface Beyond<Place> {
  below: Place | null;
  above: Place | null;
}

/** What is put into a template: rows for its named data sets, values for its params (signals once compiled), and its size. */
export interface ChartInputs {
  data: ChartRows;
  params: Record<string, ChartParam>;
  frame: ChartFrame;
  /** The cursor's places, by index; a bin outside a zoomed axis has no width. */
  places: ChartPlace[];
  /** Its places beyond the axis' ends, while they are in view; none where there is no such axis. */
  beyond?: Beyond<ChartPlace>;
}
