import type { FeatureSummary, ManifestFeature, Manifest } from "./manifest.js";
import type { Verdict } from "./verdict.js";
import type { Window } from "./window.js";

/** A point of the sparkline. */
export interface RecentRun {
  run: string;
  /** Window end, else the time of writing; ISO 8601 in UTC. */
  end: string;
  populationStabilityIndex: number | null;
  verdict: Verdict;
  referenceId: string | null;
}

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

/** A row of a features list. */
export interface FeatureRow extends ManifestFeature {
  /** The newest run that has the feature. */
  run: string;
  /** Relative address of the feature's folder, e.g. `features/user_age/`. */
  href: string;
  /** Up to 30 runs in time order, the newest last. */
  recent: RecentRun[];
}

/** Answer of `…/pipelines/{pipeline}/features`: the newest manifest without its files, with links and recent runs. */
export interface FeatureList extends Omit<Manifest, "files" | "features"> {
  features: FeatureRow[];
  /** To be passed as `?cursor=` for the next page; null on the last. */
  nextCursor: string | null;
}
