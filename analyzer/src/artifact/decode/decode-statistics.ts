import {
  BIN_TYPES,
  METRIC_NAMES,
  type Drift,
  type DriftBin,
  type DriftMetric,
  type Heap,
  type TimeCounts,
} from "../drift.js";
import { PICTURE_FILES, type PictureFile } from "../layout.js";
import type { FeatureStatistics, ReferenceStatistics, StatisticsDocument } from "../statistics.js";
import {
  type Decoder,
  count,
  flag,
  list,
  nullable,
  number,
  object,
  oneOf,
  optional,
  withDefault,
  refuse,
  text,
} from "./decoder.js";
import {
  featureIdentity,
  finding,
  identity,
  kind,
  limits,
  partVerdicts,
  status,
  verdict,
  window,
} from "./shared-parts.js";
import { versioned } from "./versioned.js";

const maybe = nullable(number);
const maybeCount = nullable(count);

/** Fields of {@link FeatureStatistics}, to be spread into a document's decoder. */
export const featureStatistics: { [K in keyof FeatureStatistics]: Decoder<FeatureStatistics[K]> } = {
  rows: count,
  count,
  missing: count,
  nan: count,
  positiveInfinity: count,
  negativeInfinity: count,
  zeros: maybeCount,
  negatives: maybeCount,
  trues: maybeCount,
  distinct: maybeCount,
  distinctError: maybe,
  identifierLike: nullable(flag),
  mean: maybe,
  std: maybe,
  skewness: maybe,
  kurtosis: maybe,
  min: maybe,
  p1: maybe,
  p5: maybe,
  p10: maybe,
  p25: maybe,
  p50: maybe,
  p75: maybe,
  p90: maybe,
  p95: maybe,
  p99: maybe,
  max: maybe,
  quantileError: maybe,
  withoutPoints: nullable(object({ count, p5: maybe, p25: maybe, p50: maybe, p75: maybe, p95: maybe })),
};

const label: Decoder<number | string | null> = (value, path) =>
  value === null || value === undefined
    ? null
    : typeof value === "string"
      ? value
      : typeof value === "number" && Number.isFinite(value)
        ? value
        : refuse(path, "a number, text or null", value);

/** Fields of a frozen bin, to be spread into a decoder. */
export const frozenBin = {
  type: oneOf(BIN_TYPES),
  low: maybe,
  high: maybe,
  value: label,
  reference: count,
};

const metric: Decoder<DriftMetric> = object<DriftMetric>({
  name: text as Decoder<DriftMetric["name"]>,
  value: maybe,
  definition: text,
  watch: optional(number),
  shifted: optional(number),
  degreesOfFreedom: optional(count),
  pValue: optional(maybe),
});

/** Metrics that a newer writer added are left out. */
const metrics: Decoder<DriftMetric[]> = (value, path) =>
  list(metric)(value, path).filter(({ name }) => METRIC_NAMES.includes(name));

const driftBin = { ...frozenBin, current: count, contribution: number };

const drift: Decoder<Drift> = object<Drift>({
  referenceId: text,
  bins: list(object<DriftBin>(driftBin)),
  smoothing: object({ name: oneOf(["add-half"] as const), perBin: number, bins: count }),
  metrics,
  noiseBound: maybe,
  pValue: maybe,
  adjustedPValue: maybe,
  belowReference: maybeCount,
  aboveReference: maybeCount,
  // An older writer looked for none.
  heap: nullable(object<Heap>({ ...driftBin, places: count })),
  times: nullable(
    object<TimeCounts>({ earlier: maybeCount, later: maybeCount, newest: maybe, overdue: maybeCount }),
  ),
  unseenShare: maybe,
  unseenShareExpected: maybe,
  levelsSeenTwice: optional(maybeCount),
  verdict,
  verdicts: partVerdicts,
  limits,
});

/** Pictures that a newer writer added are left out. */
const pictures: Decoder<PictureFile[]> = (value, path) =>
  list(text)(value, path).filter((name): name is PictureFile =>
    (PICTURE_FILES as readonly string[]).includes(name),
  );

/** Decodes `statistics.json`. @throws FeaturescopeError `document-invalid` or `schema-too-new` */
export const decodeStatistics = versioned<StatisticsDocument>(
  object<StatisticsDocument>({
    ...identity,
    ...featureIdentity,
    ...featureStatistics,
    kind,
    status,
    reason: nullable(text),
    integer: nullable(flag),
    source: text,
    reference: nullable(
      object<ReferenceStatistics>({
        ...featureStatistics,
        referenceId: text,
        source: text,
        window: nullable(window),
        kind,
      }),
    ),
    drift: nullable(drift),
    finding,
    // An older writer did not tell, and drew one.
    pictures: withDefault(pictures, ["chart.png"]),
  }),
);
