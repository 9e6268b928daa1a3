import type { FeatureRow, Verdict } from "@featurescope/analyzer/artifact";
import { rankFeatures } from "@featurescope/analyzer/drift";
import { remembered } from "../parts/remembered.js";

/**
 * The order of a board's rows. It is made when the first data come and then holds, so that no row moves away under a
 * reader's eyes; {@link rank} makes it anew.
 */
export class BoardOrder {
  #places = new Map<string, number>();
  #verdicts = new Map<string, Verdict>();
  #features: readonly FeatureRow[] = [];
  #ranked = remembered((features: readonly FeatureRow[]) => rankFeatures(features));
  /** When the order was made; null before the first. */
  made: Date | null = null;

  /** Takes newer data. Without an order one is made; features that it lacks go to its end, by rank. */
  take(features: readonly FeatureRow[]): void {
    this.#features = features;
    if (this.made === null) this.rank();
    for (const { key } of this.#ranked(features)) {
      if (!this.#places.has(key)) this.#places.set(key, this.#places.size);
    }
  }

  /** Ranks the data taken last. */
  rank(): void {
    this.made = new Date();
    this.#places = new Map(this.#ranked(this.#features).map(({ key }, place) => [key, place]));
    this.#verdicts = new Map(this.#features.map(({ key, verdict }) => [key, verdict]));
  }

  /** Forgets the order: other features come. */
  forget(): void {
    this.made = null;
    this.#places.clear();
    this.#verdicts.clear();
  }

  /** The features in this order. */
  of(features: readonly FeatureRow[]): FeatureRow[] {
    const place = (row: FeatureRow): number => this.#places.get(row.key)!;
    // As ranked wherever it is not old, which is nearly always: numbers in their order are sorted in one pass.
    return this.#ranked(features).toSorted((a, b) => place(a) - place(b));
  }

  /** Whether ranking anew would move a row. */
  get isOld(): boolean {
    return this.#ranked(this.#features).some(({ key }, place) => this.#places.get(key) !== place);
  }

  /** Features whose verdict is another than when the order was made; new ones count. */
  get changed(): number {
    return this.#features.filter(({ key, verdict }) => this.#verdicts.get(key) !== verdict).length;
  }
}
