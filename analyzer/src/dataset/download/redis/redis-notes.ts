/** Names told of many. */
const NAMES = 5;

/** What people should know of keys and values that are no part of the rows. */
export class RedisNotes {
  readonly #leftOut = new Map<string, number>();
  /** Values that are no text, by their column. */
  readonly #binary = new Map<string, number>();
  /** Keys that were gone when they were read. */
  vanished = 0;
  /** Values of fields whose names are no text. */
  namelessValues = 0;

  /** Counts keys that make no rows. */
  leaveOut(what: string, keys = 1): void {
    if (keys > 0) this.#leftOut.set(what, (this.#leftOut.get(what) ?? 0) + keys);
  }

  /** Counts a value that is no text. */
  countBinary(column: string): void {
    this.#binary.set(column, (this.#binary.get(column) ?? 0) + 1);
  }

  /** Keys that make no rows. */
  get leftOut(): number {
    return [...this.#leftOut.values()].reduce((sum, keys) => sum + keys, 0);
  }

  /** A sentence each. */
  say(): string[] {
    const notes: string[] = [];
    if (this.#leftOut.size > 0) {
      const kinds = [...this.#leftOut].map(([what, keys]) => `${keys} ${what}`);
      const advice = this.#leftOut.has("of type ReJSON-RL")
        ? " (documents of RedisJSON are not read: store them as strings)"
        : "";
      notes.push(`keys left out: ${kinds.join(", ")}${advice}`);
    }
    if (this.vanished > 0) notes.push(`keys left out because they vanished meanwhile: ${this.vanished}`);
    if (this.#binary.size > 0) {
      const columns = [...this.#binary].map(([column, values]) => `${column} (${values})`).sort();
      const others = columns.length > NAMES ? ` and ${columns.length - NAMES} other fields` : "";
      notes.push(
        `values that are no UTF-8 text, such as protobuf, count as missing: ${columns.slice(0, NAMES).join(", ")}${others}`,
      );
    }
    if (this.namelessValues > 0) {
      notes.push(
        `values left out because the names of their fields are no UTF-8 text: ${this.namelessValues}`,
      );
    }
    return notes;
  }
}
