import { HistogramSource } from "./histogram-source.js";
import { TableSource } from "./table-source.js";
import type { Scan, ValueReader } from "./value-reader.js";
import type { ValueSource } from "./value-source.js";
import { VALUE_CAP, ValueTable } from "./value-table.js";

/**
 * The first pass over a column: a table of values while they are few; beyond the cap the table is poured into an ordered
 * histogram that sees the rest.
 * @param riders readers that see every value on the way, once
 * @param cap distinct values of a table at most
 */
export function* firstLook(riders: readonly ValueReader[], cap = VALUE_CAP): Scan<ValueSource> {
  const look = new FirstLook(riders, cap);
  yield [look];
  return look.source();
}

class FirstLook implements ValueReader {
  readonly #riders: readonly ValueReader[];
  #table: ValueTable;
  #histogram: HistogramSource | null = null;
  #readers: readonly ValueReader[] = [];

  constructor(riders: readonly ValueReader[], cap: number) {
    this.#riders = riders;
    this.#table = new ValueTable(cap);
  }

  add(values: Float64Array): void {
    const taken = this.#histogram === null ? this.#table.add(values) : 0;
    if (taken === values.length) return;
    if (this.#histogram === null) this.#pour();
    const rest = values.subarray(taken);
    for (const reader of this.#readers) reader.add(rest, null);
  }

  source(): ValueSource {
    return this.#histogram ?? new TableSource(this.#table, this.#riders);
  }

  #pour(): void {
    this.#histogram = new HistogramSource();
    this.#readers = [...this.#histogram.readers, ...this.#riders];
    const { values, counts } = this.#table.sorted();
    for (const reader of this.#readers) reader.add(values, counts);
    this.#table = new ValueTable(0);
  }
}
