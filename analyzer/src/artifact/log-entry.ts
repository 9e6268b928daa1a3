import type { Identity } from "./identity.js";

/** An entry of a store's commit log, written after the manifest: its presence makes the run visible. */
export interface LogEntry extends Identity {
  /** The run's folder relative to the store's root, without a trailing slash: `runs/credit/20261101t000000z-1f2e3d4c`. */
  path: string;
  /** SHA-256 of the bytes of the run's `manifest.json`, as hex. */
  manifestSha256: string;
}
