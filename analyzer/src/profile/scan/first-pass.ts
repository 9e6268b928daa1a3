import { DistinctSketch } from "../distinct/distinct-sketch.js";
import { Kernel } from "../kernel.js";
import { KeptValues } from "../ranks/kept-values.js";
import { KeyCounts } from "../ranks/key-counts.js";
import { keysNearRanks } from "../ranks/keys-near-ranks.js";
import type { Ruler } from "../ranks/ruler.js";
import { ValueKeys } from "../ranks/value-keys.js";
import { Moments } from "../values/moments.js";
import { Summary } from "../values/summary.js";
import type { ValueReader } from "../values/value-reader.js";
import { WithoutPoints } from "../values/without-points.js";
import type { Aim } from "./value-source.js";

/** Counts a column with many distinct values: its points apart, all others by key. */
export class FirstPass implements ValueReader {
  /** Of all values in the end. */
  readonly different: DistinctSketch;
  /** Of the values that are no points, as all below. */
  readonly summary: Summary;
  readonly moments: Moments;
  readonly keyed: KeyCounts;
  readonly kept: KeptValues;
  readonly points: WithoutPoints;
  readonly ruler: Ruler;

  /** @param most values kept at most */
  constructor({ place: known, points, ruler }: Aim, most?: number) {
    const place = known ?? { center: 0, unit: 1 };
    const kernel = new Kernel();
    const keys = new ValueKeys(place, kernel);
    this.different = new DistinctSketch(kernel);
    this.summary = new Summary(kernel);
    this.moments = new Moments(kernel);
    this.ruler = ruler;
    const flags = kernel.flags.subarray(0, keys.length);
    this.kept = new KeptValues(place, flags, () => this.#keysNearRanks(), most);
    this.keyed = new KeyCounts(keys, ruler, this.kept);
    ruler.flagKeys(keys, flags);
    this.points = new WithoutPoints(points, [this.summary, this.moments, this.different, this.keyed], kernel);
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    this.points.add(values, counts);
  }

  /** To be called once, after the last value. */
  end(): void {
    this.ruler.pour(this.keyed);
    const { points, counts } = this.points;
    this.ruler.add(points, counts);
    this.different.add(
      points.filter((_, i) => counts[i]! > 0),
      null,
    );
  }

  #keysNearRanks(): Uint8Array {
    const { points, counts } = this.points;
    const keyed = Array.from(points, (value, i) => ({ key: this.keyed.keys.of(value), count: counts[i]! }));
    return keysNearRanks(this.keyed.counts, keyed);
  }
}
