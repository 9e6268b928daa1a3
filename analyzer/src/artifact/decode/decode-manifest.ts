import { type FeatureList, type FeatureRow, type RecentRun } from "../history.js";
import type {
  DatasetSummary,
  FeatureSummary,
  Manifest,
  ManifestFeature,
  ManifestFile,
  ReferenceSummary,
  Shape,
} from "../manifest.js";
import {
  finding,
  identity,
  kind,
  limits,
  localText,
  partVerdicts,
  status,
  verdict,
  window,
} from "./common.js";
import {
  type Decoder,
  count,
  fieldPath,
  fieldsOf,
  hash,
  list,
  matching,
  nullable,
  number,
  object,
  oneOf,
  text,
  time,
  withDefault,
} from "./decoder.js";
import { versioned } from "./versioned.js";

const maybe = nullable(number);

/** A path that stays inside the report: no empty, `.` or `..` part, no backslash, no leading slash. */
const insidePath = matching(
  // oxlint-disable-next-line no-control-regex -- control characters are what it keeps out
  /^(?!\.{0,2}(\/|$))[^/\\\u0000-\u001f]+(\/(?!\.{0,2}(\/|$))[^/\\\u0000-\u001f]+)*$/,
  "a relative path inside the report",
);

/** Fields of {@link FeatureSummary}, to be spread into a decoder. */
export const featureSummary: { [K in keyof FeatureSummary]: Decoder<FeatureSummary[K]> } = {
  kind,
  status,
  rows: count,
  missingShare: maybe,
  referenceMissingShare: maybe,
  unseenShare: maybe,
  referenceUnseenShare: maybe,
  mean: maybe,
  p25: maybe,
  p50: maybe,
  p75: maybe,
  populationStabilityIndex: maybe,
  noiseBound: maybe,
  adjustedPValue: maybe,
  verdict,
  verdicts: partVerdicts,
  finding,
  referenceId: nullable(text),
  reference: nullable(object({ p25: maybe, p50: maybe, p75: maybe })),
};

const manifestFeature: { [K in keyof ManifestFeature]: Decoder<ManifestFeature[K]> } = {
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

const head: { [K in Exclude<keyof Manifest, "files" | "features">]: Decoder<Manifest[K]> } = {
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
    ...head,
    files: list(object<ManifestFile>({ path: insidePath, sha256: hash, bytes: count })),
    features: list(object<ManifestFeature>(manifestFeature)),
  }),
);

const maybeText = nullable(text);

/** Written out: a list has thirty for each feature, and decoded field by field they take as long as all else. */
const recentRun: Decoder<RecentRun> = (value, path) => {
  const source = fieldsOf(value, path);
  return {
    run: text(source["run"], fieldPath(path, "run")),
    end: time(source["end"], fieldPath(path, "end")),
    populationStabilityIndex: maybe(
      source["populationStabilityIndex"],
      fieldPath(path, "populationStabilityIndex"),
    ),
    verdict: verdict(source["verdict"], fieldPath(path, "verdict")),
    referenceId: maybeText(source["referenceId"], fieldPath(path, "referenceId")),
  };
};

/** Decodes a features list of the gateway. @throws FeaturescopeError `document-invalid` or `schema-too-new` */
export const decodeFeatureList = versioned<FeatureList>(
  object<FeatureList>({
    ...head,
    features: list(
      object<FeatureRow>({
        ...manifestFeature,
        run: identity.run,
        href: text,
        recent: list(recentRun),
      }),
    ),
    nextCursor: nullable(text),
  }),
);
