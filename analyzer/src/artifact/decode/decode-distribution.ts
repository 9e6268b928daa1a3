import {
  HISTOGRAM_SCALES,
  type CountPair,
  type Density,
  type DistributionDocument,
  type Histogram,
  type HistogramSide,
  type LevelCount,
  type PointCount,
} from "../distribution.js";
import { type Decoder, count, list, nullable, number, object, oneOf, refuse, text } from "./decoder.js";
import { featureIdentity, identity, kind, status } from "./shared-parts.js";
import { versioned } from "./versioned.js";

const numbers = list(number);
const pair = { current: count, reference: nullable(count) };
const countPair = object<CountPair>(pair);

/** Two lists of equal length. */
export const density: Decoder<Density> = (value, path) => {
  const decoded = object<Density>({ bandwidth: number, x: numbers, y: numbers })(value, path);
  if (decoded.x.length !== decoded.y.length) {
    refuse(`${path}.y`, `${decoded.x.length} values, as many as x`, decoded.y.length);
  }
  return decoded;
};

/** Ascending numbers, two at least. */
export const edges: Decoder<number[]> = (value, path) => {
  const decoded = numbers(value, path);
  if (decoded.length < 2) refuse(path, "at least two edges", decoded.length);
  for (let i = 1; i < decoded.length; i++) {
    if (!(decoded[i]! > decoded[i - 1]!)) refuse(`${path}[${i}]`, `more than ${decoded[i - 1]}`, decoded[i]);
  }
  return decoded;
};

const side = object<HistogramSide>({
  counts: list(count),
  underflow: count,
  overflow: count,
  density: nullable(density),
});

const histogram: Decoder<Histogram> = (value, path) => {
  const decoded = object<Histogram>({
    scale: oneOf(HISTOGRAM_SCALES),
    edges,
    current: side,
    reference: nullable(side),
  })(value, path);
  const bins = decoded.edges.length - 1;
  for (const name of ["current", "reference"] as const) {
    const length = decoded[name]?.counts.length ?? bins;
    if (length !== bins) refuse(`${path}.${name}.counts`, `${bins} counts, one a bin`, length);
  }
  if (decoded.scale === "log" && decoded.edges[0]! <= 0) {
    refuse(`${path}.edges[0]`, "a positive edge on a log scale", decoded.edges[0]);
  }
  return decoded;
};

/** Decodes `distribution.json`. @throws FeaturescopeError `document-invalid` or `schema-too-new` */
export const decodeDistribution = versioned<DistributionDocument>(
  object<DistributionDocument>({
    ...identity,
    ...featureIdentity,
    kind,
    status,
    referenceId: nullable(text),
    rows: countPair,
    missing: countPair,
    infinite: countPair,
    points: list(object<PointCount>({ ...pair, value: number })),
    histogram: nullable(histogram),
    levels: nullable(
      list(
        object<LevelCount>({
          ...pair,
          value: text,
          bin: oneOf(["own", "other"] as const),
          change: nullable(oneOf(["new", "gone"] as const)),
        }),
      ),
    ),
    otherLevels: nullable(object<CountPair & { levels: number }>({ ...pair, levels: count })),
  }),
);
