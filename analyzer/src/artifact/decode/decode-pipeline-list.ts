import type { PipelineList, PipelineRow, RunRow } from "../lists.js";
import type { Verdict } from "../verdict.js";
import { type Decoder, count, list, object, text } from "./decoder.js";
import { identity } from "./shared-parts.js";
import { versioned } from "./versioned.js";

const verdicts: Decoder<Record<Verdict, number>> = object<Record<Verdict, number>>({
  stable: count,
  watch: count,
  shifted: count,
  unknown: count,
});

const run: Decoder<RunRow> = object<RunRow>({
  run: identity.run,
  createdAt: identity.createdAt,
  window: identity.window,
  rows: count,
  features: count,
  verdicts,
  href: text,
});

/** Decodes the answer of `/api/v1/pipelines`. @throws FeaturescopeError `document-invalid` or `schema-too-new` */
export const decodePipelineList = versioned<PipelineList>(
  object<PipelineList>({
    schemaVersion: count,
    pipelines: list(
      object<PipelineRow>({ pipeline: text, key: text, newest: run, verdicts, features: count, href: text }),
    ),
  }),
);
