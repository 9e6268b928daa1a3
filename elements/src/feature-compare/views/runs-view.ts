import type { Words } from "../../words/words.js";
import type { CompareWords } from "../compare-words.js";
import type { RunRow } from "../run-row.js";
import type { Measure } from "./histogram-picture.js";

/** What a view of several runs shows, and what it reports. */
export interface RunsView {
  /** In time order. */
  rows: readonly RunRow[];
  /** What the base is called. */
  baseName: string;
  /** Spoken name of the table. */
  caption: string;
  /** What the height of bars says. */
  measure: Measure;
  words: Words;
  compare: CompareWords;
  /** What a run is called. */
  nameOf: (run: string) => string;
  /** Makes a run the base. */
  onBase: (run: string) => void;
  onMeasure: (changed: Partial<Measure>) => void;
}
