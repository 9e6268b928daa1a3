import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { ARTIFACTS_PER_PAGE, type Artifact } from "./ml-metadata.js";
import { OversizeReports, oversizeArtifact } from "./oversize-reports.js";

/** Ids from one on, and below another; null where there is no bound. */
export interface IdRange {
  from: number | null;
  before: number | null;
  /** Ids that are left out. */
  without?: readonly number[];
}

/** Reports of a range: all of them, or the newest. */
interface Page {
  /** The newest first; those that are too large are only named. */
  artifacts: Artifact[];
  isFull: boolean;
  /** The id below which the next page begins; null after the last. */
  next: number | null;
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
  #oversize: OversizeReports;
  /** The next so many reports are too large together; null where nothing is known of them. */
  #within: number | null = null;
  /** The oldest of the first page as it was last; nothing older need be looked at to see that nothing is new. */
  #floor: number | null = null;

  /**
   * @param isTooLarge whether an error says that a page was larger than is taken: properties may be of any size
   * @param now gives milliseconds of a clock that is never set back
   */
  constructor(ask: AskForReports, isTooLarge: (error: unknown) => boolean, now = () => performance.now()) {
    this.#ask = ask;
    this.#isTooLarge = isTooLarge;
    this.#oversize = new OversizeReports(ask, isTooLarge, now);
  }

  /** Whether the report of an id is too large to be given. */
  isOversize(id: number): Promise<boolean> {
    return this.#oversize.look(id);
  }

  /** All pages; a call for each, as they are read. */
  async *read(): AsyncGenerator<Artifact[]> {
    await this.#oversize.lookAgain();
    this.#within = null;
    let range: IdRange = { from: this.#floor, before: null };
    let span = 0;
    for (;;) {
      const { artifacts, isFull, next } = await this.#page(range);
      const [first] = artifacts;
      // Else a listing that goes in circles would never end.
      if (first !== undefined && range.before !== null && first.id >= range.before)
        throw new FeaturescopeError("store-unreachable", `ML Metadata's list went astray at ${first.id}`);
      if (range.before === null) this.#floor = isFull ? next : null;
      yield artifacts;
      if (next === null) return;
      span = Math.max(LEAST_SPAN, isFull ? 2 * (first!.id - next) : 4 * span);
      range = { from: next > span ? next - span : null, before: next };
    }
  }

  /** As many of a range as fit into an answer. */
  async #page(wanted: IdRange): Promise<Page> {
    for (;;) {
      const range = this.#oversize.without(wanted);
      const size = this.#within === null ? ARTIFACTS_PER_PAGE : Math.max(1, this.#within >> 1);
      try {
        const given = await this.#ask(range, size);
        const isFull = given.length >= size;
        this.#within = isFull && this.#within !== null ? this.#within - size || null : null;
        const next = isFull ? given.at(-1)!.id : range.from;
        const oversize = range.without.filter((id) => id >= (next ?? 0)).map(oversizeArtifact);
        const artifacts = [...given, ...oversize].toSorted((a, b) => b.id - a.id);
        return { artifacts, isFull, next };
      } catch (error) {
        if (!this.#isTooLarge(error)) throw error;
        this.#within = size === 1 ? null : size;
        if (size === 1) await this.#oversize.find(range);
      }
    }
  }
}
