import {
  type History,
  type StatisticsDocument,
  decodeHistory,
  decodeStatistics,
} from "@featurescope/analyzer/artifact";
import { fileIn, folderOf, historyOf } from "../controllers/addresses.js";
import type { LiveTarget } from "../controllers/live-updates.js";
import { loadDocument } from "../controllers/load-document.js";
import { folderOfRun } from "./folder-of-run.js";
import type { TrendData } from "./trend-data.js";

/** What a trend is drawn from. */
export interface TrendDocuments {
  /** Null where the address is a plain file server's, which has none. */
  history: History | null;
  /** Null where it could not be had; the trend does without. */
  statistics: StatisticsDocument | null;
}

/**
 * Loads a feature's history and, for its title and unit, the figures of a run.
 * @param src address of the feature's folder
 * @throws LoadError
 */
export async function loadTrend(src: string, signal: AbortSignal): Promise<TrendDocuments> {
  const folder = folderOf(src, document.baseURI);
  const address = historyOf(folder);
  const figures = loadDocument(fileIn(folder, "statistics.json"), decodeStatistics, signal);
  if (address === null) return { history: null, statistics: (await figures).document };
  const [history, statistics] = await Promise.all([
    loadDocument(address, decodeHistory, signal),
    figures.catch(() => null),
  ]);
  return { history: history.document, statistics: statistics?.document ?? null };
}

/**
 * The same once a run was published: figures of that run, and a history that has it; none that was withdrawn.
 * @returns what was shown, where the run lacks the feature
 * @throws LoadError
 */
export async function followTrend(
  target: LiveTarget,
  src: string,
  shown: TrendDocuments,
  signal: AbortSignal,
): Promise<TrendDocuments> {
  const { loadPublished, withoutWithdrawn } = await import("../live/live.js");
  const { run } = target;
  if (run === null || shown.history === null) {
    const { history, statistics } = await loadTrend(src, signal);
    // Those of a run that the address names go with it.
    return {
      history: history && withoutWithdrawn(history, target),
      statistics: statistics ?? shown.statistics,
    };
  }
  const folder = folderOfRun(src, shown.history, run);
  const figures = await loadPublished(
    () => loadDocument(fileIn(new URL(folder), "statistics.json"), decodeStatistics, signal),
    () => true,
    signal,
  );
  if (figures === null) return shown;
  const history = await loadPublished(
    () => loadDocument(historyOf(new URL(folder))!, decodeHistory, signal),
    ({ document: { rows } }) => rows.some((row) => row.run === run),
    signal,
  );
  return history === null
    ? shown
    : { history: withoutWithdrawn(history.document, target), statistics: figures.document };
}

/** The same from documents in hand. @throws FeaturescopeError */
export function decodeTrend({ history, statistics }: TrendData): TrendDocuments {
  return {
    history: decodeHistory(history),
    statistics: statistics === undefined ? null : decodeStatistics(statistics),
  };
}
