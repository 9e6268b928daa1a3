/** Distinct values that a table holds at most; a column with more goes through the ordered histogram. */
export const VALUE_CAP = 65_536;

/** Counts rows per value, exactly, while there are few distinct values: open addressing in typed arrays. */
export class ValueTable {
  #size = 0;
  #values = new Float64Array(1024);
  #counts = new Float64Array(1024);
  readonly #cap: number;

  constructor(cap: number) {
    this.#cap = cap;
  }

  /** Distinct values held. */
  get size(): number {
    return this.#size;
  }

  /**
   * Counts rows of each value: one, or as many as given. Returns how many values it took: fewer than given where the next would go
   * beyond the cap.
   */
  add(values: Float64Array, counts: Float64Array | null = null): number {
    const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
    let [held, rowsOf] = [this.#values, this.#counts];
    for (let i = 0; i < values.length; i++) {
      const rows = counts === null ? 1 : counts[i]!;
      const slot = slotOf(held, rowsOf, values[i]!, words[2 * i]!, words[2 * i + 1]!);
      const isNew = rowsOf[slot] === 0;
      if (isNew && this.#size === this.#cap) return i;
      held[slot] = values[i]!;
      rowsOf[slot]! += rows;
      if (!isNew || 2 * ++this.#size <= held.length) continue;
      this.#grow();
      [held, rowsOf] = [this.#values, this.#counts];
    }
    return values.length;
  }

  /** All distinct values in no order, with their rows. */
  unsorted(): { values: Float64Array; counts: Float64Array } {
    const [values, counts] = [new Float64Array(this.#size), new Float64Array(this.#size)];
    for (let slot = 0, i = 0; i < this.#size; slot++) {
      if (this.#counts[slot] === 0) continue;
      values[i] = this.#values[slot]!;
      counts[i++] = this.#counts[slot]!;
    }
    return { values, counts };
  }

  /** All distinct values, ascending, with their rows. */
  sorted(): { values: Float64Array; counts: Float64Array } {
    const { values, counts } = this.unsorted();
    values.sort();
    const words = new Uint32Array(values.buffer);
    for (let i = 0; i < values.length; i++)
      counts[i] =
        this.#counts[slotOf(this.#values, this.#counts, values[i]!, words[2 * i]!, words[2 * i + 1]!)]!;
    return { values, counts };
  }

  #grow(): void {
    const [values, counts] = [this.#values, this.#counts];
    const words = new Uint32Array(values.buffer);
    const [held, rowsOf] = [new Float64Array(2 * values.length), new Float64Array(2 * values.length)];
    for (let old = 0; old < values.length; old++) {
      if (counts[old] === 0) continue;
      const slot = slotOf(held, rowsOf, values[old]!, words[2 * old]!, words[2 * old + 1]!);
      held[slot] = values[old]!;
      rowsOf[slot] = counts[old]!;
    }
    [this.#values, this.#counts] = [held, rowsOf];
  }
}

/** The slot of a value, or the free one where it belongs. @param low its lower word @param high its upper word */
function slotOf(
  values: Float64Array,
  counts: Float64Array,
  value: number,
  low: number,
  high: number,
): number {
  const mask = values.length - 1;
  let hash = Math.imul(high ^ Math.imul(low, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  let slot = (hash ^ (hash >>> 7)) & mask;
  while (counts[slot] !== 0 && values[slot] !== value) slot = (slot + 1) & mask;
  return slot;
}
