import type { Finding, FindingArgument, FindingCode } from "../finding.js";
import type { FeatureIdentity, Identity, LocalText } from "../identity.js";
import { KINDS, type Kind } from "../kind.js";
import { RUN_ID } from "../layout.js";
import { STATUSES } from "../status.js";
import {
  DEFAULT_LIMITS,
  type Limits,
  type PartVerdict,
  type PartVerdicts,
  VERDICTS,
  VERDICT_REASONS,
} from "../verdict.js";
import type { Window } from "../window.js";
import {
  type Decoder,
  count,
  matching,
  nullable,
  number,
  object,
  oneOf,
  record,
  refuse,
  text,
  time,
  withDefault,
} from "./decoder.js";

/** A newer writer's kind is `unknown`: a table only. */
export const kind: Decoder<Kind> = oneOf(KINDS, "unknown");

export const status = oneOf(STATUSES);

export const verdict = oneOf(VERDICTS, "unknown");

export const localText: Decoder<LocalText> = withDefault(record(text), {});

export const window: Decoder<Window> = object<Window>({ start: time, end: time });

/** Fields of {@link Identity}, to be spread into a document's decoder. */
export const identity: { [K in keyof Identity]: Decoder<Identity[K]> } = {
  schemaVersion: count,
  pipeline: text,
  run: matching(RUN_ID, "a run id ([a-z0-9][a-z0-9._-]*)"),
  createdAt: time,
  window: nullable(window),
};

/** Fields of {@link FeatureIdentity}, to be spread into a document's decoder. */
export const featureIdentity: { [K in keyof FeatureIdentity]: Decoder<FeatureIdentity[K]> } = {
  feature: text,
  key: text,
  title: localText,
  description: localText,
  unit: nullable(text),
};

const partVerdict: Decoder<PartVerdict> = object<PartVerdict>({
  verdict,
  reason: nullable(oneOf(VERDICT_REASONS)),
  value: nullable(number),
  noise: nullable(number),
});

export const partVerdicts: Decoder<PartVerdicts> = object<PartVerdicts>({
  index: partVerdict,
  missing: partVerdict,
  unseen: nullable(partVerdict),
  beyond: nullable(partVerdict),
  heaped: nullable(partVerdict),
  stale: nullable(partVerdict),
});

/** Of an older writer, the last six are the defaults. */
export const limits: Decoder<Limits> = object<Limits>(
  Object.fromEntries(
    Object.entries(DEFAULT_LIMITS).map(([name, limit]) => [
      name,
      /^(beyond|heaped|stale)/.test(name) ? withDefault(number, limit) : number,
    ]),
  ) as { [K in keyof Limits]: Decoder<number> },
);

const argument: Decoder<FindingArgument> = (value, path) =>
  value === null || typeof value === "string" || typeof value === "boolean"
    ? value
    : typeof value === "number" && Number.isFinite(value)
      ? value
      : refuse(path, "a plain value", value);

export const finding: Decoder<Finding> = object<Finding>({
  // A newer writer's code is kept: whoever says it finds no words for it, and says nothing.
  code: text as Decoder<FindingCode>,
  arguments: record(argument),
});
