import type { ProfileDistinct } from "../../artifact/index.js";
import { differentValues } from "../distinct/different-values.js";
import { QuantileSketch, type SketchPlace } from "../ranks/quantile-sketch.js";
import type { Ruler } from "../ranks/ruler.js";
import type { DensityGrid } from "../shape/density-grid.js";
import { firstNotBelow } from "../values/first-not-below.js";
import { Moments } from "../values/moments.js";
import { Summary } from "../values/summary.js";
import type { Scan, ValueReader } from "../values/value-reader.js";
import { WithoutPoints } from "../values/without-points.js";
import type { Aim, Frequent, Rest, ValueSource } from "./value-source.js";
import type { ValueTable } from "./value-table.js";

/** A column with few distinct values: all are known with their rows, so no further pass over the rows is needed. */
export class TableSource implements ValueSource {
  readonly summary = new Summary();
  readonly moments = new Moments();
  readonly distinct: number;
  readonly distinctError = 0;
  readonly #values: Float64Array;
  readonly #counts: Float64Array;
  /** Rows up to and including each value. */
  readonly #upTo: Float64Array;

  constructor(table: ValueTable, aim: Aim | null) {
    const { values, counts } = table.sorted();
    this.#values = values;
    this.#counts = counts;
    this.#upTo = new Float64Array(counts.length);
    let rows = 0;
    for (let i = 0; i < counts.length; i++) this.#upTo[i] = rows += counts[i]!;
    this.distinct = values.length;
    this.#show([this.summary, this.moments, ...(aim === null ? [] : [aim.ruler])]);
  }

  get different(): ProfileDistinct {
    return differentValues(this.#values);
  }

  // oxlint-disable-next-line require-yield -- this source needs no pass
  *frequent(): Scan<Frequent[]> {
    const frequent: Frequent[] = [];
    for (let i = 0; i < this.distinct; i++) {
      const count = this.#counts[i]!;
      if (10 * count < this.summary.count) continue;
      frequent.push({ value: this.#values[i]!, count, below: this.#upTo[i]! - count });
    }
    return frequent.sort((a, b) => b.count - a.count || a.value - b.value);
  }

  // oxlint-disable-next-line require-yield -- this source needs no pass
  *valuesAt(_ranks: Iterable<number>, riders: readonly ValueReader[]): Scan<(rank: number) => number> {
    this.#show(riders);
    // Ranks and rows are whole numbers.
    return (rank) => this.#values[firstNotBelow(this.#upTo, rank + 1)]!;
  }

  without(points: readonly number[]): Rest {
    const rest = { summary: new Summary(), moments: new Moments() };
    this.#show([new WithoutPoints(points, [rest.summary, rest.moments])]);
    return rest;
  }

  sketch(place: SketchPlace): QuantileSketch {
    const sketch = new QuantileSketch(place);
    this.#show([sketch]);
    return sketch;
  }

  draw(curve: DensityGrid, points: readonly number[]): true {
    this.#show([new WithoutPoints(points, [curve])]);
    return true;
  }

  // oxlint-disable-next-line require-yield -- this source needs no pass
  *measure(ruler: Ruler, riders: readonly ValueReader[]): Scan<void> {
    this.#show([ruler, ...riders]);
  }

  #show(readers: readonly ValueReader[]): void {
    for (const reader of readers) reader.add(this.#values, this.#counts);
  }
}
