import type {
  DatasetSummary,
  Manifest,
  ManifestFeature,
  ManifestFile,
  ReferenceSummary,
  Shape,
} from "../manifest.js";
import {
  type Decoder,
  count,
  hash,
  list,
  matching,
  nullable,
  number,
  object,
  oneOf,
  text,
  withDefault,
} from "./decoder.js";
import { featureSummary } from "./feature-summary.js";
import { identity, limits, localText, window } from "./shared-parts.js";
import { versioned } from "./versioned.js";

const maybe = nullable(number);

/** A path that stays inside the report: no empty, `.` or `..` part, no backslash, no leading slash. */
const insidePath = matching(
  // oxlint-disable-next-line no-control-regex -- control characters are what it keeps out
  /^(?!\.{0,2}(\/|$))[^/\\\u0000-\u001f]+(\/(?!\.{0,2}(\/|$))[^/\\\u0000-\u001f]+)*$/,
  "a relative path inside the report",
);

/** Fields of {@link ManifestFeature}, to be spread into a decoder. */
export const manifestFeature: { [K in keyof ManifestFeature]: Decoder<ManifestFeature[K]> } = {
  ...featureSummary,
  name: text,
  key: matching(/^[A-Za-z0-9_~][A-Za-z0-9_.~-]{0,139}$/, "a feature's key"),
  title: localText,
  unit: nullable(text),
  importance: maybe,
  limits,
  shape: nullable(
    object<Shape>({
      type: oneOf(["bins", "levels"] as const),
      current: list(number),
      reference: nullable(list(number)),
    }),
  ),
};

/** Fields of {@link Manifest} without its lists, to be spread into a decoder. */
export const manifestHead: { [K in Exclude<keyof Manifest, "files" | "features">]: Decoder<Manifest[K]> } = {
  ...identity,
  dataset: object<DatasetSummary>({ source: text, rows: count, skippedRows: withDefault(count, 0) }),
  reference: nullable(
    object<ReferenceSummary>({ id: text, source: text, rows: count, window: nullable(window) }),
  ),
  analyzer: object({ version: text }),
  thresholds: limits,
  note: localText,
};

/** Decodes `manifest.json`. @throws FeaturescopeError `document-invalid` or `schema-too-new` */
export const decodeManifest = versioned<Manifest>(
  object<Manifest>({
    ...manifestHead,
    files: list(object<ManifestFile>({ path: insidePath, sha256: hash, bytes: count })),
    features: list(object<ManifestFeature>(manifestFeature)),
  }),
);
