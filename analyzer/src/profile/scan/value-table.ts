/** Distinct values that a table holds at most; a column with more goes through the ordered histogram. */
export const VALUE_CAP = 65_536;

/** Slots of a new table. */
const LEAST = 1024;

/** Counts rows per value, exactly, while there are few distinct values: open addressing in one typed array. */
export class ValueTable {
  #size = 0;
  /** Slots of two numbers, a value and its rows, side by side: looking at a slot is then one miss of the cache, not two. */
  #slots = new Float64Array(2 * LEAST);
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
    let slots = this.#slots;
    for (let i = 0; i < values.length; i++) {
      const slot = slotOf(slots, values[i]!, words[2 * i]!, words[2 * i + 1]!);
      const isNew = slots[slot + 1] === 0;
      if (isNew && this.#size === this.#cap) return i;
      slots[slot] = values[i]!;
      slots[slot + 1]! += counts === null ? 1 : counts[i]!;
      if (!isNew || 4 * ++this.#size <= slots.length) continue;
      this.#grow();
      slots = this.#slots;
    }
    return values.length;
  }

  /** All distinct values in no order, with their rows. */
  unsorted(): { values: Float64Array; counts: Float64Array } {
    const slots = this.#slots;
    const [values, counts] = [new Float64Array(this.#size), new Float64Array(this.#size)];
    for (let slot = 0, i = 0; i < values.length; slot += 2) {
      if (slots[slot + 1] === 0) continue;
      values[i] = slots[slot]!;
      counts[i++] = slots[slot + 1]!;
    }
    return { values, counts };
  }

  /** All distinct values, ascending, with their rows. */
  sorted(): { values: Float64Array; counts: Float64Array } {
    const { values, counts } = this.unsorted();
    values.sort();
    const words = new Uint32Array(values.buffer);
    for (let i = 0; i < values.length; i++) {
      const slot = slotOf(this.#slots, values[i]!, words[2 * i]!, words[2 * i + 1]!);
      counts[i] = this.#slots[slot + 1]!;
    }
    return { values, counts };
  }

  #grow(): void {
    const old = this.#slots;
    const words = new Uint32Array(old.buffer);
    const slots = (this.#slots = new Float64Array(2 * old.length));
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue;
      const slot = slotOf(slots, old[from]!, words[2 * from]!, words[2 * from + 1]!);
      slots[slot] = old[from]!;
      slots[slot + 1] = old[from + 1]!;
    }
  }
}

/** Where the slot of a value is, or the free one where it belongs. @param low its lower word @param high its upper word */
function slotOf(slots: Float64Array, value: number, low: number, high: number): number {
  const mask = slots.length - 2;
  let hash = Math.imul(high ^ Math.imul(low, 0x9e3779b1), 0x85ebca6b);
  hash ^= hash >>> 15;
  let slot = ((hash ^ (hash >>> 7)) << 1) & mask;
  while (slots[slot + 1] !== 0 && slots[slot] !== value) slot = (slot + 2) & mask;
  return slot;
}
