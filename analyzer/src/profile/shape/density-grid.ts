import type { Density } from "../../artifact/index.js";
import type { Moments } from "../values/moments.js";
import type { Summary } from "../values/summary.js";
import type { ValueReader } from "../values/value-reader.js";
import type { DisplayEdges } from "./display-edges.js";

/** Fewest rows and distinct values that a curve is drawn for. */
const LEAST_ROWS = 200;
const LEAST_DISTINCT = 30;
/** Points of the curve. */
const POINTS = 200;
/** Grid cells per bandwidth: linear binning then errs by (1/32)²/8 of a kernel's height, 1e-4. */
const CELLS = 32;
/** A bound for strange data; 32 cells per bandwidth need a tenth of it for a hundred million ordinary rows. */
const MOST_CELLS = 2 ** 18;
/**
 * Of the peak, at most, where values are added at their means: a kernel's second derivative by w²/12, the variance of an even
 * spread over w.
 */
const MEANS_ERROR = 2.5e-4;
/** A kernel is 0 beyond this many bandwidths: exp(−8²/2) = 1e-14. */
const REACH = 8;

/** The values that a curve is drawn for: finite ones that are no points. */
export interface DrawnValues {
  summary: Pick<Summary, "count" | "min" | "max">;
  moments: Pick<Moments, "std">;
  /** Number of different ones; an estimate where they are very many, null where they were added up. */
  distinct: number | null;
}

/**
 * Gaussian kernel density with Scott's bandwidth, std · count^(−1/5), from a fine grid: each value is shared between the two grid
 * points around it (linear binning; Wand 1994), and the curve sums kernels over grid points.
 */
export class DensityGrid implements ValueReader {
  readonly #bandwidth: number;
  readonly #from: number;
  readonly #to: number;
  readonly #low: number;
  readonly #high: number;
  readonly #step: number;
  readonly #weights: Float64Array;

  private constructor(bandwidth: number, from: number, to: number, low: number, high: number) {
    const cells = Math.min(MOST_CELLS, Math.max(1, Math.ceil((CELLS * (high - low)) / bandwidth)));
    this.#bandwidth = bandwidth;
    this.#from = from;
    this.#to = to;
    this.#low = low;
    this.#high = high;
    this.#step = (high - low) / cells;
    this.#weights = new Float64Array(cells + 2);
  }

  /**
   * Null where no curve is drawn: few rows, few different values, a scale that is not linear, nothing within the edges, heights
   * or widths beyond what a double holds.
   */
  static for(
    { scale, edges }: DisplayEdges,
    { summary, moments, distinct }: DrawnValues,
  ): DensityGrid | null {
    if (scale !== "linear" || summary.count < LEAST_ROWS || (distinct ?? Infinity) < LEAST_DISTINCT)
      return null;
    const bandwidth = (moments.std ?? 0) * summary.count ** -0.2;
    const from = Math.max(edges[0]!, summary.min);
    const to = Math.min(edges.at(-1)!, summary.max);
    const low = Math.max(summary.min, from - REACH * bandwidth);
    const high = Math.min(summary.max, to + REACH * bandwidth);
    if (!(from < to) || !Number.isFinite(summary.count / bandwidth) || !Number.isFinite(high - low))
      return null;
    return new DensityGrid(bandwidth, from, to, low, high);
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    const weights = this.#weights;
    const last = weights.length - 2;
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!;
      if (value < this.#low || value > this.#high) continue;
      const place = (value - this.#low) / this.#step;
      const cell = Math.min(last, Math.floor(place));
      const rows = counts === null ? 1 : counts[i]!;
      weights[cell]! += rows * (1 - (place - cell));
      weights[cell + 1]! += rows * (place - cell);
    }
  }

  /**
   * Whether values that were counted together may be added at their means: then the curve errs by at most {@link MEANS_ERROR} of its
   * peak, which is at least the mean height between its ends.
   * @param lows ends between which the values counted together lie
   */
  takesMeans(counts: Float64Array, lows: Float64Array, highs: Float64Array): boolean {
    const rows = counts.filter((_, i) => lows[i]! >= this.#from && highs[i]! <= this.#to);
    const inside = rows.reduce((sum, count) => sum + count, 0);
    const most = (24 * this.#bandwidth ** 2 * MEANS_ERROR * inside) / (this.#to - this.#from);
    return counts.every((count, i) => {
      const [low, high] = [lows[i]!, highs[i]!];
      return high < this.#low || low > this.#high || count * (high - low) <= most;
    });
  }

  /** The curve, scaled by the share that it describes. @param rows all rows of the side */
  density(rows: number): Density {
    const x = Array.from({ length: POINTS }, (_, i) => {
      const part = i / (POINTS - 1);
      return i === POINTS - 1 ? this.#to : this.#from + (this.#to - this.#from) * part;
    });
    return {
      bandwidth: this.#bandwidth,
      x,
      y: x.map((value) => Number((this.at(value) / rows).toPrecision(6))),
    };
  }

  /** Height of the curve at a value, in rows per unit. */
  at(value: number): number {
    const reach = REACH * this.#bandwidth;
    // From the low end, because far from 0 a double is coarser than a step.
    const place = value - this.#low;
    const first = Math.max(0, Math.ceil((place - reach) / this.#step));
    const last = Math.min(this.#weights.length - 1, Math.floor((place + reach) / this.#step));
    const step = this.#step / this.#bandwidth;
    const distance = (first * this.#step - place) / this.#bandwidth;
    // Along equal steps a Gaussian changes by a factor that itself changes by a factor: no exponential for each cell.
    let kernel = Math.exp(-0.5 * distance * distance);
    let factor = Math.exp(-step * (distance + 0.5 * step));
    const change = Math.exp(-step * step);
    let sum = 0;
    for (let cell = first; cell <= last; cell++) {
      sum += this.#weights[cell]! * kernel;
      kernel *= factor;
      factor *= change;
    }
    return sum / (this.#bandwidth * Math.sqrt(2 * Math.PI));
  }
}
