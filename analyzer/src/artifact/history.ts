import type { FeatureSummary, ManifestFeature, Manifest } from "./manifest.js";
import type { ListedRuns, RecentRuns } from "./recent-runs.js";
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

/** A row of a features list. */
export interface FeatureRow extends ManifestFeature {
  /** The newest run that has the feature. */
  run: string;
  /** Relative address of the feature's folder, e.g. `features/user_age/`. */
  href: string;
  recent: RecentRuns;
}

/** Answer of `…/pipelines/{pipeline}/features`: the newest manifest without its files, with links and recent runs. */
export interface FeatureList extends Omit<Manifest, "files" | "features"> {
  features: FeatureRow[];
  recent: ListedRuns;
  /** To be passed as `?cursor=` for the next page; null on the last. */
  nextCursor: string | null;
}
