import { Kernel } from "../kernel.js";
import {
  doubleOf,
  SKETCH_BITS,
  SKETCH_MIDDLE,
  SKETCH_OCTAVES,
  sketchOrigin,
  type SketchPlace,
} from "./quantile-sketch.js";

/** Mantissa bits of a key: an octave of distances from the center has 2^10 of them. */
const BITS = 10;
const SHIFT = 20 - BITS;
/** Octaves within the middle bucket of the sketch, so that the key in the middle is as fine as those around it. */
const INNER = 6 * 2 ** BITS;
const MIDDLE = INNER + SKETCH_OCTAVES * 2 ** BITS + 1;

/**
 * Whole numbers for values, in the order of the values: fine where a column has its middle, coarse far out. A bucket of the quantile sketch
 * at the same place is 32 neighbouring keys, so its count is theirs.
 */
export class ValueKeys {
  /** Keys are 0 to length − 1. */
  readonly length = 2 * MIDDLE + 1;
  readonly place: SketchPlace;
  readonly center: number;
  readonly kernel: Kernel;
  /** Of the last call of {@link find}. */
  readonly found: Int32Array;
  readonly #base: number;

  /** @param kernel in whose block keys are found */
  constructor(place: SketchPlace, kernel: Kernel) {
    this.place = place;
    this.center = place.center;
    this.kernel = kernel;
    this.found = kernel.keys;
    this.#base = (sketchOrigin(place) >>> SHIFT) - 1 - INNER;
  }

  /** Finds the keys of values from `start`, a block at most, and returns how many. @param counts rows of each; null for one row each */
  find(values: Float64Array, counts: Float64Array | null, start: number): number {
    const length = this.kernel.hold(values, counts, start);
    this.kernel.run.findKeys(length, this.center, SHIFT, this.#base, MIDDLE);
    return length;
  }

  /** Key of a value, found in the shared kernel. */
  of(value: number): number {
    const { run, keys, values } = Kernel.shared;
    values[0] = value;
    run.findKeys(1, this.center, SHIFT, this.#base, MIDDLE);
    return keys[0]!;
  }

  /** The values that a key may hold, from a low to a high end, both inclusive, a little wider for rounding; infinite at the ends. */
  range(key: number): [low: number, high: number] {
    const steps = Math.abs(key - MIDDLE);
    const near = steps === 0 ? 0 : Math.min(Number.MAX_VALUE, this.#distance(steps));
    const far = steps === MIDDLE ? Infinity : this.#distance(steps + 1);
    const low = this.center + (key <= MIDDLE ? -far : near);
    const high = this.center + (key < MIDDLE ? -near : far);
    const slack = 2 * Number.EPSILON;
    return [
      low === -Infinity ? low : low - slack * Math.max(Math.abs(this.center), Math.abs(low)),
      high === Infinity ? high : high + slack * Math.max(Math.abs(this.center), Math.abs(high)),
    ];
  }

  /** The bucket of the quantile sketch that holds a key. */
  sketchBucket(key: number): number {
    const steps = Math.max(0, Math.ceil((Math.abs(key - MIDDLE) - INNER) / 2 ** (BITS - SKETCH_BITS)));
    return SKETCH_MIDDLE + Math.sign(key - MIDDLE) * steps;
  }

  /** Least distance from the center at so many keys from the middle one. */
  #distance(steps: number): number {
    return doubleOf(Math.max(0, this.#base + steps) * 2 ** SHIFT);
  }
}
