import type { Artifact } from "./ml-metadata.js";
import type { AskForReports, IdRange } from "./report-pages.js";

/** A query says of so many ids that it is not about them: more than a text of a few kilobytes no server need take. */
const MOST_WITHOUT = 100;
/** One may be written anew, or deleted. */
const AGAIN_MS = 3600 * 1000;
/** Reports lie some three ids apart … */
const STEP_DOWN = 4;
/** … and so far above those that were read, where no newer one is known. */
const STEP_UP = 1000;

/** What stands for a report whose metadata alone are larger than an answer may be. */
export const oversizeArtifact = (id: number): Artifact => ({
  id,
  uri: "",
  isLive: true,
  isOversize: true,
  createdAt: 0,
  texts: new Map(),
});

/** Reports that cannot be asked for, as each alone is larger than is taken; queries are made without them. */
export class OversizeReports {
  #ask: AskForReports;
  #isTooLarge: (error: unknown) => boolean;
  #now: () => number;
  /** When each was last found to be so. */
  #seen = new Map<number, number>();

  constructor(ask: AskForReports, isTooLarge: (error: unknown) => boolean, now: () => number) {
    this.#ask = ask;
    this.#isTooLarge = isTooLarge;
    this.#now = now;
  }

  /** The range without those in it that are known; where they are too many for a query, the newest part of it. */
  without(range: IdRange): Required<IdRange> {
    const { from, before } = range;
    const ids = [...this.#seen.keys()].filter((id) => id >= (from ?? 0) && id < (before ?? Infinity));
    const newestFirst = ids.toSorted((a, b) => b - a);
    const next = newestFirst[MOST_WITHOUT];
    return {
      from: next === undefined ? from : next + 1,
      before,
      without: newestFirst.slice(0, MOST_WITHOUT),
    };
  }

  /** Notes the newest report of a range, which is too large: looks near the range's end, then halves what it must be in. */
  async find({ from, before, without }: Required<IdRange>): Promise<void> {
    let low = from ?? 1;
    let high = before;
    for (let step = high === null ? STEP_UP : STEP_DOWN; high === null || high - low > 1; step *= 4) {
      const middle = high === null ? low + step : Math.max(high - step, low + Math.floor((high - low) / 2));
      const newest = await this.#newest({ from: middle, before: high, without });
      if (newest === "too large") low = middle;
      else high = newest?.id ?? middle;
    }
    await this.look(low);
  }

  /** Whether the report of an id is too large, as it is now. */
  async look(id: number): Promise<boolean> {
    const isOversize = (await this.#newest({ from: id, before: id + 1 })) === "too large";
    if (isOversize) this.#seen.set(id, this.#now());
    else this.#seen.delete(id);
    return isOversize;
  }

  /** Looks at those again that were not looked at for long. */
  async lookAgain(): Promise<void> {
    for (const [id, at] of this.#seen) if (this.#now() - at >= AGAIN_MS) await this.look(id);
  }

  async #newest(range: IdRange): Promise<Artifact | "too large" | undefined> {
    try {
      const [newest] = await this.#ask(range, 1);
      return newest;
    } catch (error) {
      if (this.#isTooLarge(error)) return "too large";
      throw error;
    }
  }
}
