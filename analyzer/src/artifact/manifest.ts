import type { Finding } from "./finding.js";
import type { Identity, LocalText } from "./identity.js";
import type { Kind } from "./kind.js";
import type { Status } from "./status.js";
import type { Limits, PartVerdicts, Verdict } from "./verdict.js";
import type { Window } from "./window.js";

/** A file of the report. */
export interface ManifestFile {
  /** Relative to the report's folder, with `/`, no `.` or `..` part: `features/user_age/statistics.json`. */
  path: string;
  /** Of the bytes, as 64 lower-case hex digits. */
  sha256: string;
  bytes: number;
}

/** A pair of shares for a miniature histogram, 25 at most each; each side sums to the share of rows that it draws. */
export interface Shape {
  /** `bins`: neighbouring values; `levels`: categories, most frequent first. */
  type: "bins" | "levels";
  current: number[];
  /** Null without a reference. */
  reference: number[] | null;
}

/** The headline figures of one feature in one run. Board and trend need nothing else. */
export interface FeatureSummary {
  kind: Kind;
  status: Status;
  rows: number;
  /** 0 to 1; null without rows. */
  missingShare: number | null;
  /** The reference's; null without one. */
  referenceMissingShare: number | null;
  /** Share of current rows whose level the reference lacks; null for kinds without levels. */
  unseenShare: number | null;
  /** What is expected of it; null for kinds without levels. */
  referenceUnseenShare: number | null;
  mean: number | null;
  p25: number | null;
  p50: number | null;
  p75: number | null;
  populationStabilityIndex: number | null;
  noiseBound: number | null;
  /** After Benjamini–Hochberg over the run's features. */
  adjustedPValue: number | null;
  verdict: Verdict;
  verdicts: PartVerdicts;
  finding: Finding;
  /** Null without a reference. */
  referenceId: string | null;
  /** Quantiles of the reference; null without one. */
  reference: { p25: number | null; p50: number | null; p75: number | null } | null;
}

/** A feature's entry in the manifest. */
export interface ManifestFeature extends FeatureSummary {
  name: string;
  key: string;
  title: LocalText;
  unit: string | null;
  /** Weight of the feature in the model, 0 or more, any scale; null where it is not configured. */
  importance: number | null;
  limits: Limits;
  /** Null where there is nothing to draw. */
  shape: Shape | null;
}

/** Where the current rows came from. */
export interface DatasetSummary {
  /** Path from the folder that the command ran in, or the name of a file elsewhere; never with a password. */
  source: string;
  rows: number;
  /**
   * Rows of the source beside them that were left out because they had too many or too few values (`--on-bad-rows skip`); of a run that holds
   * one window of a source, those of the whole source, for such a row has no time. 0 where an older writer did not tell.
   */
  skippedRows: number;
}

/** The frozen reference that the run was compared with. */
export interface ReferenceSummary {
  /** SHA-256 over the features' reference ids, as hex. */
  id: string;
  source: string;
  rows: number;
  window: Window | null;
}

/** `manifest.json`: the index of the run and its commit marker. It is written last and lists every other file. */
export interface Manifest extends Identity {
  dataset: DatasetSummary;
  /** Null without a reference. */
  reference: ReferenceSummary | null;
  analyzer: { version: string };
  /** The limits where a feature sets none. */
  thresholds: Limits;
  /** Free remarks of whoever configured the run, shown beside it (e.g. that a shift was planted); empty by default. */
  note: LocalText;
  files: ManifestFile[];
  features: ManifestFeature[];
}
