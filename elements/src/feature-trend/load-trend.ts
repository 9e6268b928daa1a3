import {
  type History,
  type StatisticsDocument,
  decodeHistory,
  decodeStatistics,
} from "@featurescope/analyzer/artifact";
import { fileIn, folderOf, historyOf } from "../controllers/addresses.js";
import { loadDocument } from "../controllers/load.js";
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

/** The same from documents in hand. @throws FeaturescopeError */
export function decodeTrend({ history, statistics }: TrendData): TrendDocuments {
  return {
    history: decodeHistory(history),
    statistics: statistics === undefined ? null : decodeStatistics(statistics),
  };
}
