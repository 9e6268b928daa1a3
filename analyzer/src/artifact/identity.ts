import type { Window } from "./window.js";

/** What every document of a report says of itself. (pipeline, run) is the report's identity. */
export interface Identity {
  /** Version of the report format, {@link SCHEMA_VERSION} when written by this code. */
  schemaVersion: number;
  /** Name of the pipeline, any text; `default` unless given. */
  pipeline: string;
  /** Run id, matching `[a-z0-9][a-z0-9._-]{0,99}`. */
  run: string;
  /** When the report was written, ISO 8601 in UTC. */
  createdAt: string;
  /** The time span of the rows; null where it is not known. */
  window: Window | null;
}

/** Texts by BCP 47 language tag, in the order in which they were configured: `{ en: "Loan amount", "zh-Hans": "贷款金额" }`. */
export type LocalText = Record<string, string>;

/** What a feature's documents say of it. */
export interface FeatureIdentity {
  /** The column's name, exactly as in the data. */
  feature: string;
  /** Its safe name in paths and addresses. */
  key: string;
  /** Title to show above the technical name; empty where none is configured. */
  title: LocalText;
  /** One sentence on what the feature is; empty where none is configured. */
  description: LocalText;
  /** Unit of its values, e.g. `CNY`; null where none is configured. */
  unit: string | null;
}
