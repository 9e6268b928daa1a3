import type { Verdict } from "./verdict.js";

/** A run of a sparkline, as it is drawn. */
export interface RecentRun {
  run: string;
  /** Window start, ISO 8601 in UTC; null without a window. */
  start: string | null;
  /** Window end, else the time of writing; ISO 8601 in UTC. */
  end: string;
  populationStabilityIndex: number | null;
  verdict: Verdict;
  referenceId: string | null;
}

/** What the rows of a features list would otherwise repeat a thousand times, in no particular order. */
export interface ListedRuns {
  runs: Pick<RecentRun, "run" | "start" | "end">[];
  referenceIds: string[];
}

/** A row's runs: up to 30 in time order, the newest last, with one value for each run in every list. */
export interface RecentRuns {
  /** Positions in the runs of {@link ListedRuns}. */
  runs: number[];
  /** Positions in its reference ids; null where there was no reference. */
  referenceIds: (number | null)[];
  populationStabilityIndex: (number | null)[];
  verdict: Verdict[];
}

/** A row's runs one by one. */
export function recentRunsOf({ runs, referenceIds }: ListedRuns, recent: RecentRuns): RecentRun[] {
  return recent.runs.map((position, i) => {
    const reference = recent.referenceIds[i]!;
    return {
      ...runs[position]!,
      populationStabilityIndex: recent.populationStabilityIndex[i]!,
      verdict: recent.verdict[i]!,
      referenceId: reference === null ? null : referenceIds[reference]!,
    };
  });
}

/** Gathers the runs of a list's rows. */
export class RunGatherer {
  readonly listed: ListedRuns = { runs: [], referenceIds: [] };
  #runs = new Map<string, number>();
  #referenceIds = new Map<string, number>();

  /** @param recent a row's runs in time order, the newest last */
  add(recent: readonly RecentRun[]): RecentRuns {
    const { listed } = this;
    return {
      runs: recent.map(({ run, start, end }) =>
        position(this.#runs, run, () => listed.runs.push({ run, start, end })),
      ),
      referenceIds: recent.map(({ referenceId: id }) =>
        id === null ? null : position(this.#referenceIds, id, () => listed.referenceIds.push(id)),
      ),
      populationStabilityIndex: recent.map((run) => run.populationStabilityIndex),
      verdict: recent.map((run) => run.verdict),
    };
  }
}

/** @param append adds what is not known yet to its list, and gives the list's length */
function position(known: Map<string, number>, key: string, append: () => number): number {
  const found = known.get(key) ?? append() - 1;
  known.set(key, found);
  return found;
}
