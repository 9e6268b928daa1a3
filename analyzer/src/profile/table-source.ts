import type { ProfileDistinct } from "../artifact/index.js";
import { differentValues } from "./different-values.js";
import { Moments } from "./moments.js";
import { Summary } from "./summary.js";
import type { Scan, ValueReader } from "./value-reader.js";
import type { Frequent, ValueSource } from "./value-source.js";
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

  /** @param riders readers that see every value at once */
  constructor(table: ValueTable, riders: readonly ValueReader[]) {
    const { values, counts } = table.sorted();
    this.#values = values;
    this.#counts = counts;
    this.#upTo = new Float64Array(counts.length);
    let rows = 0;
    for (let i = 0; i < counts.length; i++) this.#upTo[i] = rows += counts[i]!;
    this.distinct = values.length;
    this.#show([this.summary, this.moments, ...riders]);
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
    return (rank) => this.#values[this.#indexOf(rank)]!;
  }

  // oxlint-disable-next-line require-yield -- this source needs no pass
  *feed(readers: readonly ValueReader[]): Scan<void> {
    this.#show(readers);
  }

  #show(readers: readonly ValueReader[]): void {
    for (const reader of readers) reader.add(this.#values, this.#counts);
  }

  #indexOf(rank: number): number {
    let low = 0;
    let high = this.distinct;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#upTo[middle]! <= rank) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
