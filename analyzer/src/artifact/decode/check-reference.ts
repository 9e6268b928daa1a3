import type { FrozenBin } from "../drift.js";
import type { Sha256 } from "../keys.js";
import { idOfReference, referenceIdOf } from "../reference-id.js";
import type { FrozenCells, FrozenFeature, FrozenHistogram, FrozenReference } from "../reference.js";
import { refuse } from "./decoder.js";

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/**
 * Whether a reference whose fields are all there says the same everywhere: rows add up, edges ascend, names and ids are its own. Who
 * compares with one that does not gets figures that look like any others.
 * @throws FeaturescopeError `document-invalid`
 */
export function checkReference(reference: FrozenReference, sha256: Sha256): void {
  const places = new Map<string, string>();
  for (const [i, feature] of reference.features.entries()) {
    const path = `features[${i}]`;
    const twin = places.get(feature.name);
    if (twin !== undefined) refuse(`${path}.name`, `a name other than that of ${twin}`, feature.name);
    places.set(feature.name, path);
    checkFeature(feature, path, reference.rows, sha256);
  }
  const { id, window } = reference;
  if (window !== null && !(Date.parse(window.start) < Date.parse(window.end)))
    refuse("window.end", `a time after ${window.start}`, window.end);
  const expected = idOfReference(reference, sha256);
  if (id !== expected) refuse("id", `${expected}, the SHA-256 of the features as they are here`, id);
}

function checkFeature(feature: FrozenFeature, path: string, rows: number, sha256: Sha256): void {
  const { name, kind, statistics, bins, histogram, cells, levels, referenceId } = feature;
  const { count, missing, positiveInfinity, negativeInfinity } = statistics;
  const equal = (place: string, what: string, expected: number, found: number): void => {
    if (found !== expected) refuse(`${path}.${place}`, `${what} of ${name} to be ${expected}`, found);
  };
  equal("statistics.rows", "the rows", rows, statistics.rows);
  equal(
    "statistics",
    "finite, missing and infinite rows",
    rows,
    count + missing + positiveInfinity + negativeInfinity,
  );
  equal("bins", "the rows of all bins", rows, sum(bins.map(({ reference }) => reference)));
  checkIntervals(bins, `${path}.bins`);
  if (histogram !== null) {
    equal("histogram.counts", "the number of counts", histogram.edges.length - 1, histogram.counts.length);
    equal("histogram", "the rows that are no points", count - pointRows(bins), shownRows(histogram));
  }
  if (cells !== null) {
    checkAscending(cells.edges, `${path}.cells.edges`);
    equal("cells", "the rows of all cells", count, cellRows(cells));
  }
  if (levels !== null) checkLevels(levels, `${path}.levels`, rows - missing);
  // What a newer writer calls its kind is not known here.
  const expected = kind === "unknown" ? referenceId : referenceIdOf(feature, sha256);
  if (referenceId !== expected)
    refuse(
      `${path}.referenceId`,
      `${expected}, the SHA-256 of kind, bins and histogram of ${name}`,
      referenceId,
    );
}

/** Intervals stand in a row, without gaps, open at both ends. */
function checkIntervals(bins: readonly FrozenBin[], path: string): void {
  let [end, isLast]: [number | null, boolean] = [null, false];
  for (const [i, { type, low, high }] of bins.entries()) {
    if (type !== "interval") continue;
    if (isLast || low !== end) refuse(`${path}[${i}].low`, isLast ? "no interval more" : String(end), low);
    if (high !== null && low !== null && high <= low) refuse(`${path}[${i}].high`, `more than ${low}`, high);
    [end, isLast] = [high, high === null];
  }
}

function checkAscending(edges: readonly number[], path: string): void {
  for (let i = 1; i < edges.length; i++)
    if (!(edges[i]! > edges[i - 1]!)) refuse(`${path}[${i}]`, `more than ${edges[i - 1]}`, edges[i]);
}

/** Each level once, and no more rows than have one; fewer may be listed. */
function checkLevels(levels: NonNullable<FrozenFeature["levels"]>, path: string, rows: number): void {
  const seen = new Set<string>();
  for (const [i, { value }] of levels.entries()) {
    if (seen.has(value)) refuse(`${path}[${i}].value`, "each level once", value);
    seen.add(value);
  }
  const listed = sum(levels.map(({ count }) => count));
  if (listed > rows) refuse(path, `at most ${rows} rows in all levels`, listed);
}

function pointRows(bins: readonly FrozenBin[]): number {
  return sum(bins.map(({ type, reference }) => (type === "point" ? reference : 0)));
}

function shownRows({ counts, underflow, overflow }: FrozenHistogram): number {
  return underflow + sum(counts) + overflow;
}

function cellRows({ below, above, equal, inside }: FrozenCells): number {
  return below + sum(equal) + sum(inside) + above;
}
