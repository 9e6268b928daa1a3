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
const WITHOUT_SIGN = 0x7fffffff;
/** Values whose keys are found at once. */
export const KEY_BLOCK = 2048;

/**
 * Whole numbers for values, in the order of the values: fine where a column has its middle, coarse far out. A bucket of the quantile sketch
 * at the same place is 32 neighbouring keys, so its count is theirs.
 */
export class ValueKeys {
  /** Keys are 0 to length − 1. */
  readonly length = 2 * MIDDLE + 1;
  readonly center: number;
  /** Of the last call of {@link find}: keys and distances from the center. */
  readonly found = new Int32Array(KEY_BLOCK);
  readonly differences = new Float64Array(KEY_BLOCK);
  readonly #words = new Int32Array(this.differences.buffer);
  readonly #base: number;

  constructor(place: SketchPlace) {
    this.center = place.center;
    this.#base = (sketchOrigin(place) >>> SHIFT) - 1 - INNER;
  }

  /** Finds the keys of values from `start`, {@link KEY_BLOCK} at most, and returns how many. */
  find(values: Float64Array, start: number): number {
    const { found, differences, center } = this;
    const [words, base] = [this.#words, this.#base];
    const length = Math.min(KEY_BLOCK, values.length - start);
    for (let i = 0; i < length; i++) differences[i] = values[start + i]! - center;
    for (let i = 0; i < length; i++) {
      const word = words[2 * i + 1]!;
      const steps = Math.max(0, Math.min(MIDDLE, ((word & WITHOUT_SIGN) >>> SHIFT) - base));
      const sign = word >> 31;
      found[i] = MIDDLE + ((steps ^ sign) - sign);
    }
    return length;
  }

  /** Key of a value. */
  of(value: number): number {
    this.find(Float64Array.of(value), 0);
    return this.found[0]!;
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
