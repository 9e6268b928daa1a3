import type { LogEntry } from "../log-entry.js";
import { hash, matching, object } from "./decoder.js";
import { identity } from "./shared-parts.js";
import { versioned } from "./versioned.js";

/** Decodes a commit-log entry. @throws FeaturescopeError `document-invalid` or `schema-too-new` */
export const decodeLogEntry = versioned<LogEntry>(
  object<LogEntry>({
    ...identity,
    path: matching(/^runs\/[A-Za-z0-9_~][A-Za-z0-9_.~-]*\/[a-z0-9][a-z0-9._-]*$/, "runs/<pipelineKey>/<run>"),
    manifestSha256: hash,
  }),
);
