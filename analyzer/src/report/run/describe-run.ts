import { randomBytes } from "node:crypto";
import {
  type DatasetSummary,
  type FrozenReference,
  keysOf,
  type PictureFile,
  runIdOf,
  SCHEMA_VERSION,
  type Window,
} from "../../artifact/index.js";
import { sha256 } from "../sha256.js";
import type { Configuration } from "./configuration.js";
import type { Run } from "./run.js";
import { sourceName } from "./source-name.js";

/** What is known of a run before its rows are read. */
export interface RunRequest {
  pipeline: string;
  /** Null for an id made of the window's end (else now) and chance. */
  run: string | null;
  window: Window | null;
  configuration: Configuration;
  /** What the documents name as the source, where the dataset is not where the rows came from (windows cut before). */
  source?: string;
  /** Rows that were left out where the rows came from, if that is not the dataset. */
  skippedRows?: number;
  /** Pictures to be drawn of each feature; empty for none. */
  pictures: readonly PictureFile[];
}

/** What all documents of a run share, with the time at hand and the keys of all its features. */
export function describeRun(
  { pipeline, run, window, configuration, source, skippedRows, pictures }: RunRequest,
  dataset: DatasetSummary,
  names: readonly string[],
  reference: FrozenReference | null,
): Run {
  const now = new Date();
  const time = window === null ? now : new Date(window.end);
  return {
    identity: {
      schemaVersion: SCHEMA_VERSION,
      pipeline,
      run: run ?? runIdOf(time, randomBytes(4).toString("hex")),
      createdAt: now.toISOString(),
      window,
    },
    source: sourceName(source ?? dataset.source),
    rows: dataset.rows,
    skippedRows: skippedRows ?? dataset.skippedRows,
    reference,
    configuration,
    keys: keysOf(names, sha256),
    pictures,
  };
}
