import type { Limits } from "@featurescope/analyzer/artifact";
import type { Words } from "../words/words.js";
import type { ReferenceSpan } from "./lanes/reference-spans.js";
import type { TrendLayout } from "./trend-layout.js";
import type { TrendRun } from "./trend-run.js";
import type { TrendWords } from "./trend-words.js";

/** What every lane of a trend is drawn from. */
export interface TrendScene {
  /** The runs in view, in time order; at least one. */
  runs: readonly TrendRun[];
  /** Their references, in the same order. */
  spans: readonly ReferenceSpan[];
  /** Px of a time in milliseconds since 1970; clamped to the axis. */
  x: (time: number) => number;
  layout: TrendLayout;
  limits: Limits;
  unit: string | null;
  words: Words;
  own: TrendWords;
}
