import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { ARTIFACTS_PER_PAGE, type Artifact } from "./ml-metadata.js";

/** Ids from one on, and below another; null where there is no bound. */
export interface IdRange {
  from: number | null;
  before: number | null;
}

/** Gives the newest live reports of a range, at most `size`. */
export type AskForReports = (range: IdRange, size: number) => Promise<Artifact[]>;

/** Between the reports of a thousand ids, other artifacts take the most. */
const LEAST_SPAN = 1000;

/**
 * Asks for live reports, the newest first, a page at a time. Each time a range of ids is given that is about as wide as a page needs: of
 * all reports MySQL sorts all before it gives the first hundred, which takes 0.6 s where there are a hundred thousand.
 * Pages begin below ids because ML Metadata's own tokens give an empty page where anything of the query differs.
 */
export class ReportPages {
  #ask: AskForReports;
  #isTooLarge: (error: unknown) => boolean;
  /** The oldest of the first page as it was last; nothing older need be looked at to see that nothing is new. */
  #floor: number | null = null;

  /** @param isTooLarge whether an error says that a page was larger than is taken: properties may be of any size */
  constructor(ask: AskForReports, isTooLarge: (error: unknown) => boolean) {
    this.#ask = ask;
    this.#isTooLarge = isTooLarge;
  }

  /** All pages; a call for each, as they are read. */
  async *read(): AsyncGenerator<Artifact[]> {
    let range: IdRange = { from: this.#floor, before: null };
    let span = 0;
    for (;;) {
      const { artifacts, isFull } = await this.#page(range, ARTIFACTS_PER_PAGE);
      const [first] = artifacts;
      const last = artifacts.at(-1);
      // Else a listing that goes in circles would never end.
      if (first !== undefined && range.before !== null && first.id >= range.before)
        throw new FeaturescopeError("store-unreachable", `ML Metadata's list went astray at ${first.id}`);
      if (range.before === null) this.#floor = isFull ? last!.id : null;
      yield artifacts;
      const before = isFull ? last!.id : range.from;
      if (before === null) return;
      span = Math.max(LEAST_SPAN, isFull ? 2 * (first!.id - before) : 4 * span);
      range = { from: before > span ? before - span : null, before };
    }
  }

  async #page(range: IdRange, size: number): Promise<{ artifacts: Artifact[]; isFull: boolean }> {
    try {
      const artifacts = await this.#ask(range, size);
      return { artifacts, isFull: artifacts.length >= size };
    } catch (error) {
      if (size === 1 || !this.#isTooLarge(error)) throw error;
      return this.#page(range, Math.floor(size / 2));
    }
  }
}
