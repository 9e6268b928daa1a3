import type { ProfileDistinct } from "../../artifact/index.js";
import type { ValueCount } from "../feature-profile.js";
import type { QuantileSketch, SketchPlace } from "../ranks/quantile-sketch.js";
import type { Ruler } from "../ranks/ruler.js";
import type { DensityGrid } from "../shape/density-grid.js";
import type { Moments } from "../values/moments.js";
import type { Summary } from "../values/summary.js";
import type { Scan, ValueReader } from "../values/value-reader.js";

/** The values of a column in sorted order, however they are kept; an answer may need passes over the rows. */
export interface ValueSource {
  readonly summary: Summary;
  readonly moments: Moments;
  /** Number of different values. */
  readonly distinct: number;
  /** Its standard error, in values; 0 where it is exact. */
  readonly distinctError: number;
  /** The different values, in the form in which they merge. */
  readonly different: ProfileDistinct;
  /** Values that a tenth of all have, with their rows, descending by rows. */
  frequent(): Scan<Frequent[]>;
  /**
   * Values at ranks (0-based) of the sorted order.
   * @param riders readers that see every value on the way, once
   */
  valuesAt(ranks: Iterable<number>, riders: readonly ValueReader[]): Scan<(rank: number) => number>;
  /** What is known of the values that are no points; null where a pass would be needed. */
  without(points: readonly number[]): Rest | null;
  /** Rows of all values in buckets. @param place that of the aim, if there was one */
  sketch(place: SketchPlace): QuantileSketch;
  /** Shows a curve the values that are no points; false, and nothing shown, where it has to see each of them in a pass. */
  draw(curve: DensityGrid, points: readonly number[]): boolean;
  /** Counts every value on a ruler. @param riders readers that see every value as well */
  measure(ruler: Ruler, riders: readonly ValueReader[]): Scan<void>;
}

/** Some of the values. */
export interface Rest {
  summary: Summary;
  moments: Moments;
}

/** What is known of a column before its first pass. */
export interface Aim {
  /** Where the middle of the values probably is; null where nothing is known. */
  place: SketchPlace | null;
  /** Frequent values, which are counted apart. */
  points: readonly number[];
  /** Sees every value; the points are among its marks. */
  ruler: Ruler;
}

/** A frequent value. */
export interface Frequent extends ValueCount<number> {
  /** Values below it. */
  below: number;
}
