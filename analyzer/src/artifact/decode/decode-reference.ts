import { HISTOGRAM_SCALES } from "../distribution.js";
import type { FrozenBin } from "../drift.js";
import type { Sha256 } from "../keys.js";
import type { FrozenCells, FrozenFeature, FrozenHistogram, FrozenReference } from "../reference.js";
import { checkReference } from "./check-reference.js";
import { density, edges } from "./decode-distribution.js";
import { featureStatistics, frozenBin } from "./decode-statistics.js";
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
  refuse,
  text,
  time,
} from "./decoder.js";
import { kind, status, window } from "./shared-parts.js";
import { versioned } from "./versioned.js";

const counts = list(count);

const cells: Decoder<FrozenCells> = (value, path) => {
  const decoded = object<FrozenCells>({
    edges: list(number),
    below: count,
    above: count,
    equal: counts,
    inside: counts,
    sums: list(number),
    clipLow: number,
    clipHigh: number,
    clippedStd: number,
  })(value, path);
  const expected = {
    equal: decoded.edges.length,
    inside: decoded.edges.length - 1,
    sums: decoded.edges.length - 1,
  };
  for (const [name, length] of Object.entries(expected) as [keyof typeof expected, number][]) {
    if (decoded[name].length !== length) refuse(`${path}.${name}`, `${length} numbers`, decoded[name].length);
  }
  return decoded;
};

const feature = object<FrozenFeature>({
  name: text,
  kind,
  status,
  integer: nullable(flag),
  referenceId: text,
  statistics: object(featureStatistics),
  bins: list(object<FrozenBin>(frozenBin)),
  histogram: nullable(
    object<FrozenHistogram>({
      scale: oneOf(HISTOGRAM_SCALES),
      edges,
      counts,
      underflow: count,
      overflow: count,
      density: nullable(density),
    }),
  ),
  cells: nullable(cells),
  levels: nullable(list(object({ value: text, count }))),
  levelsSeenOnce: nullable(count),
  levelsSeenTwice: optional(nullable(count)),
});

const decode = versioned<FrozenReference>(
  object<FrozenReference>({
    schemaVersion: count,
    type: oneOf(["featurescope-reference"] as const),
    id: text,
    createdAt: time,
    source: text,
    rows: count,
    window: nullable(window),
    analyzer: object({ version: text }),
    features: list(feature),
  }),
);

/**
 * Decodes a reference file, which has to agree with itself: see {@link checkReference}.
 * @throws FeaturescopeError `document-invalid` or `schema-too-new`
 */
export function decodeReference(document: unknown, sha256: Sha256): FrozenReference {
  const reference = decode(document);
  checkReference(reference, sha256);
  return reference;
}
