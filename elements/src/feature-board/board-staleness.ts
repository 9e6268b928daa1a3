import type { FeatureList } from "@featurescope/analyzer/artifact";
import { RHYTHM_RUNS } from "@featurescope/analyzer/drift";
import { Task } from "@lit-labs/task";
import { resultOf } from "../controllers/result-of.js";
import type { Overdue, Stale } from "../overdue/overdue.js";
import type { MovableElement } from "../parts/movable-element.js";
import type { Words } from "../words/words.js";

/** Whether a newer run than the one on a board is overdue, by the longest line of runs that a feature of it has. */
export class BoardStaleness {
  #ends: readonly string[] = [];
  #overdue: Task<readonly [boolean], Overdue | null>;

  constructor(host: MovableElement & { readonly src: string }) {
    this.#overdue = new Task(host, {
      autoRun: "afterUpdate",
      args: () => [this.#ends.length >= RHYTHM_RUNS] as const,
      task: async ([wants]) => (wants ? new (await import("../overdue/overdue.js")).Overdue(host) : null),
    });
  }

  /** Null where none is, or not yet known. */
  of(list: FeatureList, words: Words): Stale | null {
    const lines = list.features.filter(({ run }) => run === list.run).map(({ recent }) => recent.runs);
    const longest = lines.reduce((most, line) => (line.length > most.length ? line : most), []);
    this.#ends = longest.map((position) => list.recent.runs[position]!.end);
    return resultOf(this.#overdue)?.of(this.#ends, list, words) ?? null;
  }
}
