/** Distinct values that a table holds at most; a column with more goes through the ordered histogram. */
export const VALUE_CAP = 65_536;

/** Counts rows per value, exactly, while there are few distinct values: open addressing in typed arrays. */
export class ValueTable {
  #slots = 1024;
  #size = 0;
  #values = new Float64Array(this.#slots);
  #counts = new Float64Array(this.#slots);
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
    for (let i = 0; i < values.length; i++) {
      const rows = counts === null ? 1 : counts[i]!;
      const slot = this.#find(values[i]!, words[2 * i]!, words[2 * i + 1]!);
      if (this.#counts[slot] === 0) {
        if (this.#size === this.#cap) return i;
        this.#values[slot] = values[i]!;
        this.#counts[slot] = rows;
        if (2 * ++this.#size > this.#slots) this.#grow();
      } else this.#counts[slot]! += rows;
    }
    return values.length;
  }

  /** All distinct values, ascending, with their rows. */
  sorted(): { values: Float64Array; counts: Float64Array } {
    const values = this.#values.filter((_, slot) => this.#counts[slot]! > 0).sort();
    const words = new Uint32Array(values.buffer);
    const counts = values.map(
      (value, i) => this.#counts[this.#find(value, words[2 * i]!, words[2 * i + 1]!)]!,
    );
    return { values, counts };
  }

  /** The slot of a value, or the free one where it belongs. */
  #find(value: number, low: number, high: number): number {
    const mask = this.#slots - 1;
    let hash = Math.imul(high ^ Math.imul(low, 0x9e3779b1), 0x85ebca6b);
    hash ^= hash >>> 15;
    let slot = (hash ^ (hash >>> 7)) & mask;
    while (this.#counts[slot] !== 0 && this.#values[slot] !== value) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [values, counts] = [this.#values, this.#counts];
    const words = new Uint32Array(values.buffer);
    this.#slots *= 2;
    this.#values = new Float64Array(this.#slots);
    this.#counts = new Float64Array(this.#slots);
    for (let old = 0; old < values.length; old++) {
      if (counts[old] === 0) continue;
      const slot = this.#find(values[old]!, words[2 * old]!, words[2 * old + 1]!);
      this.#values[slot] = values[old]!;
      this.#counts[slot] = counts[old]!;
    }
  }
}
