const COUNTED_MS = 60_000;

/** What happens often, as it is logged. */
export interface Counted {
  /** What counts as the same. */
  kind: string;
  /** So many are told in a minute. */
  most: number;
  /** Tells of one. */
  tell: () => void;
  /** Tells how many more there were, and in how many seconds. */
  tellMore: (count: number, seconds: number) => void;
}

/** Tells of each kind of what happens often a few in a minute, and after it how many more there were. */
export class CountedLog {
  /** How many there were in this minute, by kind. */
  #counts = new Map<string, number>();

  add({ kind, most, tell, tellMore }: Counted): void {
    const before = this.#counts.get(kind) ?? 0;
    this.#counts.set(kind, before + 1);
    if (before < most) tell();
    if (before > 0) return;
    const end = (): void => {
      const more = (this.#counts.get(kind) ?? 0) - most;
      this.#counts.delete(kind);
      if (more > 0) tellMore(more, COUNTED_MS / 1000);
    };
    setTimeout(end, COUNTED_MS).unref();
  }
}
