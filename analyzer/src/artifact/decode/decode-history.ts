import type { History, HistoryRow } from "../history.js";
import { count, list, object, text } from "./decoder.js";
import { featureSummary } from "./feature-summary.js";
import { identity } from "./shared-parts.js";
import { versioned } from "./versioned.js";

/** Decodes the answer of `…/history`. @throws FeaturescopeError `document-invalid` or `schema-too-new` */
export const decodeHistory = versioned<History>(
  object<History>({
    schemaVersion: count,
    pipeline: text,
    feature: text,
    key: text,
    rows: list(
      object<HistoryRow>({
        ...featureSummary,
        run: identity.run,
        createdAt: identity.createdAt,
        window: identity.window,
      }),
    ),
  }),
);
