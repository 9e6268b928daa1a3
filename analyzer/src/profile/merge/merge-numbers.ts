import {
  FeaturescopeError,
  type ProfileCells,
  type ProfileMoments,
  type ProfileNumbers,
  type ProfileRest,
  type ProfileSketch,
} from "../../artifact/index.js";
import { mergeDifferent } from "../distinct/different-values.js";
import { mergeMoments } from "./merge-moments.js";

/** Merges what is known of finite values; a part without any changes nothing. */
export const mergeNumbers = orOther((a: ProfileNumbers, b: ProfileNumbers): ProfileNumbers => ({
  integer: a.integer && b.integer,
  zeros: a.zeros === null || b.zeros === null ? null : a.zeros + b.zeros,
  negatives: a.negatives === null || b.negatives === null ? null : a.negatives + b.negatives,
  min: Math.min(a.min, b.min),
  max: Math.max(a.max, b.max),
  moments: mergeKnown(a.moments, b.moments),
  points: a.points.map(({ value, count, below }, i) => ({
    value,
    count: count + (b.points[i]?.count ?? 0),
    below: below + (b.points[i]?.below ?? 0),
  })),
  rest: mergeRests(a.rest, b.rest),
  cells: mergeCells(a.cells, b.cells),
  histogram:
    a.histogram === null || b.histogram === null
      ? null
      : {
          counts: addAll(a.histogram.counts, b.histogram.counts),
          underflow: a.histogram.underflow + b.histogram.underflow,
          overflow: a.histogram.overflow + b.histogram.overflow,
        },
  distinct: mergeDifferent(a.distinct, b.distinct),
  sketch: a.sketch === null || b.sketch === null ? null : mergeSketches(a.sketch, b.sketch),
}));

const mergeRests = orOther((a: ProfileRest, b: ProfileRest): ProfileRest => ({
  min: Math.min(a.min, b.min),
  max: Math.max(a.max, b.max),
  moments: mergeKnown(a.moments, b.moments),
}));

function mergeKnown(a: ProfileMoments | null, b: ProfileMoments | null): ProfileMoments | null {
  return a === null || b === null ? null : mergeMoments(a, b);
}

function mergeCells(a: ProfileCells | null, b: ProfileCells | null): ProfileCells | null {
  if (a === null || b === null) return null;
  return {
    below: a.below + b.below,
    above: a.above + b.above,
    equal: addAll(a.equal, b.equal),
    inside: addAll(a.inside, b.inside),
    sums: addAll(a.sums, b.sums),
  };
}

/** Sketches of one place, bucket by bucket. */
function mergeSketches(a: ProfileSketch, b: ProfileSketch): ProfileSketch {
  const { center, unit } = a;
  if (center !== b.center || unit !== b.unit) {
    throw new FeaturescopeError(
      "document-invalid",
      `expected sketches around ${center} in units of ${unit}, found one around ${b.center} in units of ${b.unit}; analyse all shards with the same reference file and version`,
    );
  }
  if (a.counts.length === 0 || b.counts.length === 0) return a.counts.length === 0 ? b : a;
  const first = Math.min(a.first, b.first);
  const end = Math.max(a.first + a.counts.length, b.first + b.counts.length);
  const counts = Array.from({ length: end - first }, (_, i) => {
    const bucket = first + i;
    return (a.counts[bucket - a.first] ?? 0) + (b.counts[bucket - b.first] ?? 0);
  });
  return { center, unit, first, counts };
}

/** Numbers added place by place. @throws FeaturescopeError `document-invalid` where the lists differ in length */
function addAll(a: readonly number[], b: readonly number[]): number[] {
  if (a.length === b.length) return a.map((count, i) => count + b[i]!);
  throw new FeaturescopeError(
    "document-invalid",
    `expected as many counts in every profile of one reference, found ${a.length} and ${b.length}`,
  );
}

/** A merge of what both have, or what one has. */
function orOther<T>(merge: (a: T, b: T) => T): (a: T | null, b: T | null) => T | null {
  return (a, b) => (a === null ? b : b === null ? a : merge(a, b));
}
