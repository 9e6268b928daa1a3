import type { Read } from "../cache/byte-cache.js";
import type { Report } from "../index/report.js";
import type { KeptRepresentation, Representation } from "./representation.js";

/** A file of a report with where it came from. */
export interface ServedFile extends KeptRepresentation {
  report: Report;
  /** In the report. */
  path: string;
  /** How the cache came by it. */
  read: Read<Representation>;
  /** Whether it is of an older run, as the newest one's could not be read. */
  isSubstitute: boolean;
}
