import type { Report } from "../index/report.js";

/** A manifest that a catalog has seen, not yet read. */
export interface Sighting {
  /** Names the manifest and its content: one that changes has another id afterwards. */
  id: string;
  /** When it became visible, in milliseconds since 1970, by the writer's or the store's clock. */
  publishedAt: number;
  /** Whose run it is, where the listing tells; null where only the manifest does. */
  of: { pipelineKey: string; run: string } | null;
  /** Set where it is a report, but not for this gateway: it counts as seen, and is never opened. */
  isElsewhere?: true;
}

/** Finds reports in a store. */
export interface Catalog {
  /** What it is called in the configuration. */
  readonly name: string;
  /**
   * Whether a listing begins with what was published last and goes on in the order of ids, so that what is new is found
   * without reading all of it.
   */
  readonly isNewestFirst: boolean;
  /** How many sightings a call brings: a look ends at the end of such a part, not within it. */
  readonly pageSize: number;
  /**
   * Every report that can be seen now. Read no further than needed: a store is asked for a page at a time.
   * @throws FeaturescopeError `store-unreachable`
   */
  list(): AsyncIterable<Sighting>;
  /**
   * Whether a report is really gone, as the store says when it is asked for it without being read: what lists it, or its
   * manifest, is not there. False also while the store fails.
   */
  isGone(id: string): Promise<boolean>;
  /**
   * Reads and checks the manifest of a sighting.
   * @throws FeaturescopeError `document-invalid`, `schema-too-new`, `unknown-file` where it went away, `store-unreachable`
   */
  open(sighting: Sighting): Promise<Report>;
  /** Lets go of connections. */
  close?(): void;
}
