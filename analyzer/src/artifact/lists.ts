import type { Manifest, ManifestFeature } from "./manifest.js";
import type { ListedRuns, RecentRuns } from "./recent-runs.js";
import type { Verdict } from "./verdict.js";
import type { Window } from "./window.js";

/** A row of the list of runs. */
export interface RunRow {
  run: string;
  createdAt: string;
  window: Window | null;
  /** Rows of the dataset. */
  rows: number;
  /** Number of features. */
  features: number;
  /** How many of them have each verdict. */
  verdicts: Record<Verdict, number>;
  /** Address of the run's folder, relative to that of the list: `runs/20261101t000000z-1f2e3d4c/` among the runs of a pipeline. */
  href: string;
}

/** Answer of `…/pipelines/{pipeline}/runs` of the gateway: newest first. */
export interface RunList {
  schemaVersion: number;
  pipeline: string;
  runs: RunRow[];
  /** To be passed as `?cursor=` for the next page; null on the last. */
  nextCursor: string | null;
}

/** A row of the list of pipelines. */
export interface PipelineRow {
  pipeline: string;
  key: string;
  /** Its newest run. */
  newest: RunRow;
  /** Features whose newest run has each verdict. */
  verdicts: Record<Verdict, number>;
  /** Number of features. */
  features: number;
  /** Relative address of its features list, e.g. `pipelines/credit/features`. */
  href: string;
}

/** Answer of `/api/v1/pipelines` of the gateway: by name. */
export interface PipelineList {
  schemaVersion: number;
  pipelines: PipelineRow[];
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
