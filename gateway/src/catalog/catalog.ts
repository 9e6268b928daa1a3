import type { Report } from "../index/report.js";

/** A manifest that a catalog has seen, not yet read. */
export interface Sighting {
  /** Names the manifest and its content: one that changes has another id afterwards. */
  id: string;
  /** When it became visible, in milliseconds since 1970, by the writer's or the store's clock. */
  publishedAt: number;
}

/** Finds reports in a store. */
export interface Catalog {
  /** What it is called in the configuration. */
  readonly name: string;
  /**
   * Every report that can be seen now, the newest published first where the store allows.
   * @throws FeaturescopeError `store-unreachable`
   */
  list(): AsyncIterable<Sighting>;
  /**
   * Reads and checks the manifest of a sighting.
   * @throws FeaturescopeError `document-invalid`, `schema-too-new`, `unknown-file` where it went away, `store-unreachable`
   */
  open(sighting: Sighting): Promise<Report>;
}
