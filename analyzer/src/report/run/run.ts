import type { DatasetSummary, FrozenReference, Identity, PictureFile } from "../../artifact/index.js";
import type { Configuration } from "./configuration.js";

/** What all documents of one run share. */
export interface Run {
  identity: Identity;
  /** Where the rows came from; never with a password. */
  source: string;
  /** All rows of the dataset, in the window. */
  rows: number;
  skippedRows: DatasetSummary["skippedRows"];
  /** Null without a reference. */
  reference: FrozenReference | null;
  configuration: Configuration;
  /** The features' safe names, by name. */
  keys: ReadonlyMap<string, string>;
  /** Pictures to be drawn of each feature. */
  pictures: readonly PictureFile[];
}
