import type { FeatureSummary } from "./manifest.js";
import type { Window } from "./window.js";

/** A row of a feature's history: the headline figures of one run. */
export interface HistoryRow extends FeatureSummary {
  run: string;
  createdAt: string;
  window: Window | null;
}

/** Answer of `…/features/{feature}/history`: rows in time order, oldest first. */
export interface History {
  schemaVersion: number;
  pipeline: string;
  feature: string;
  key: string;
  rows: HistoryRow[];
}
