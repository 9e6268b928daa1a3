import type { FeatureStatistics, ProfileSketch } from "../../artifact/index.js";
import type { ValueReader } from "../values/value-reader.js";

/** Mantissa bits of a bucket: an octave has 2^5 of them. */
export const SKETCH_BITS = 5;
/** Octaves on each side of the center, the first from unit/64. */
export const SKETCH_OCTAVES = 20;
const INNER = 1 / 64;
/** Buckets on each side, beside the middle one and the open ones at the ends. */
const SIDE = SKETCH_OCTAVES * 2 ** SKETCH_BITS;
/** The bucket around the center. */
export const SKETCH_MIDDLE = SIDE + 1;
/** All buckets; see {@link ProfileSketch}. */
export const SKETCH_BUCKETS = 2 * SKETCH_MIDDLE + 1;

const SHIFT = 20 - SKETCH_BITS;
const WITHOUT_SIGN = 0x7fffffff;
/** A high word from here on is infinite. */
const INFINITE = 0x7ff00000;

const bits = new DataView(new ArrayBuffer(8));

/** Where a sketch has its buckets. */
export interface SketchPlace {
  center: number;
  unit: number;
}

/** The place that a reference's figures fix for every run; null where it has no finite value. */
export function sketchPlace({
  withoutPoints,
  p25,
  p50,
  p75,
  std,
}: Pick<FeatureStatistics, "withoutPoints" | "p25" | "p50" | "p75" | "std">): SketchPlace | null {
  const rest = withoutPoints !== null && withoutPoints.count > 0 ? withoutPoints : { p25, p50, p75 };
  if (rest.p50 === null) return null;
  const spreads = [((rest.p75 ?? 0) - (rest.p25 ?? 0)) / 2, std ?? 0, Math.abs(rest.p50) / 64];
  const spread = spreads.find((width) => width > 0 && Number.isFinite(width)) ?? 1;
  return { center: rest.p50, unit: powerOfTwoBelow(spread) };
}

/** The greatest power of two that is not above a positive number. */
export function powerOfTwoBelow(value: number): number {
  const exponent = Math.floor(Math.log2(value));
  const power = 2 ** exponent;
  return power <= value ? Math.max(power, Number.MIN_VALUE) : 2 ** (exponent - 1);
}

/**
 * Counts values in {@link SKETCH_BUCKETS} buckets around a center: bit arithmetic on the difference, a few nanoseconds a row. The
 * bucket of a value depends on nothing but the place, so sketches of the same place add up.
 */
export class QuantileSketch implements ValueReader {
  readonly place: SketchPlace;
  readonly counts: Float64Array;
  readonly #base: number;
  #differences = new Float64Array(2048);
  #words = new Uint32Array(this.#differences.buffer);

  /** @param counts rows counted so far, which become the sketch's own */
  constructor(place: SketchPlace, counts: Float64Array = new Float64Array(SKETCH_BUCKETS)) {
    this.place = place;
    this.counts = counts;
    this.#base = baseOf(place);
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    if (this.#differences.length < values.length) {
      this.#differences = new Float64Array(values.length);
      this.#words = new Uint32Array(this.#differences.buffer);
    }
    const { center } = this.place;
    const [differences, words, base] = [this.#differences, this.#words, this.#base];
    for (let i = 0; i < values.length; i++) differences[i] = values[i]! - center;
    for (let i = 0; i < values.length; i++) {
      const word = words[2 * i + 1]!;
      const steps = Math.max(0, Math.min(SKETCH_MIDDLE, ((word & WITHOUT_SIGN) >>> SHIFT) - base));
      this.counts[word > WITHOUT_SIGN ? SKETCH_MIDDLE - steps : SKETCH_MIDDLE + steps]! +=
        counts === null ? 1 : counts[i]!;
    }
  }

  /** The buckets without some values' rows. */
  without(points: readonly { value: number; count: number }[]): ProfileSketch {
    const taken = new QuantileSketch(this.place);
    taken.add(
      Float64Array.from(points, ({ value }) => value),
      Float64Array.from(points, ({ count }) => count),
    );
    const counts = Array.from(this.counts, (count, bucket) => count - taken.counts[bucket]!);
    const first = Math.max(
      0,
      counts.findIndex((count) => count > 0),
    );
    return {
      ...this.place,
      first,
      counts: counts.slice(first, counts.findLastIndex((count) => count > 0) + 1),
    };
  }
}

/**
 * The values that a bucket may hold, from a low to a high end, both inclusive; infinite at the ends. A little wider than the bucket where
 * doubles around the center are coarse.
 */
export function sketchRange(place: SketchPlace, bucket: number): [low: number, high: number] {
  const { center } = place;
  const base = baseOf(place);
  const steps = Math.abs(bucket - SKETCH_MIDDLE);
  const near = steps === 0 ? 0 : Math.min(Number.MAX_VALUE, edgeOf(base + steps));
  const far = steps === SKETCH_MIDDLE ? Infinity : edgeOf(base + steps + 1);
  const ends = bucket < SKETCH_MIDDLE ? [-far, -near] : steps === 0 ? [-far, far] : [near, far];
  const [low, high] = ends.map((end) => center + end) as [number, number];
  const slack = (end: number): number => 2 * Number.EPSILON * Math.max(Math.abs(center), Math.abs(end));
  return [low === -Infinity ? low : low - slack(low), high === Infinity ? high : high + slack(high)];
}

/** The least and the greatest whole number that a bucket may hold; infinite at the ends. */
export function integersIn(place: SketchPlace, bucket: number): [low: number, high: number] {
  const [low, high] = sketchRange(place, bucket);
  const [first, last] = [Math.ceil(low), Math.floor(high)];
  return [
    Number.isFinite(first) && sketchBucket(place, first) !== bucket ? first + 1 : first,
    Number.isFinite(last) && sketchBucket(place, last) !== bucket ? last - 1 : last,
  ];
}

/** The bucket of a value. */
function sketchBucket(place: SketchPlace, value: number): number {
  const difference = value - place.center;
  const code = (highWord(Math.abs(difference)) >>> SHIFT) - baseOf(place);
  const steps = Math.max(0, Math.min(SKETCH_MIDDLE, code));
  return difference < 0 ? SKETCH_MIDDLE - steps : SKETCH_MIDDLE + steps;
}

/** The code below that of the least difference beyond the middle bucket. */
function baseOf(place: SketchPlace): number {
  return (sketchOrigin(place) >>> SHIFT) - 1;
}

/** Upper 32 bits of the least difference beyond the middle bucket; its mantissa is 0. */
export function sketchOrigin({ unit }: SketchPlace): number {
  return highWord(unit * INNER);
}

/** The least positive double with a code. */
function edgeOf(code: number): number {
  return doubleOf(code * 2 ** SHIFT);
}

/** The least positive double with these upper 32 bits. */
export function doubleOf(word: number): number {
  if (word >= INFINITE) return Infinity;
  bits.setUint32(0, word);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

function highWord(value: number): number {
  bits.setFloat64(0, value);
  return bits.getUint32(0);
}
