import {
  type DistributionDocument,
  type HistoryRow,
  type StatisticsDocument,
  compareRuns,
  decodeDistribution,
  decodeHistory,
  decodeStatistics,
} from "@featurescope/analyzer/artifact";
import { request } from "../fetch.js";
import { fileIn, folderOfAnswer, historyOf } from "./addresses.js";
import { LoadError, errorOfAnswer, errorOfFailure } from "./load-error.js";

/** A document and where it was. */
export interface Loaded<T> {
  document: T;
  /** Folder of the run that the document is of; its other files are to be taken from here. */
  folder: URL;
}

/**
 * Fetches and decodes a document.
 * @throws LoadError, or the signal's reason once it is aborted
 */
export async function loadDocument<T>(
  address: URL,
  decode: (document: unknown) => T,
  signal: AbortSignal,
): Promise<Loaded<T>> {
  let status: number | null = null;
  try {
    const response = await request(address.href, { signal, headers: { accept: "application/json" } });
    status = response.status;
    if (!response.ok) throw await errorOfAnswer(response, address.href);
    const document = decode(await response.json());
    return { document, folder: folderOfAnswer(address, response) };
  } catch (failure) {
    signal.throwIfAborted();
    throw errorOfFailure(failure, status, address.href);
  }
}

/** Loads `statistics.json` of a feature's folder; the answer's folder fixes the run for all that follows. */
export function loadStatistics(folder: URL, signal: AbortSignal): Promise<Loaded<StatisticsDocument>> {
  return loadDocument(fileIn(folder, "statistics.json"), decodeStatistics, signal);
}

/** Loads `distribution.json` from the folder that {@link loadStatistics} answered. */
export async function loadDistribution(
  { document: statistics, folder }: Loaded<StatisticsDocument>,
  signal: AbortSignal,
): Promise<DistributionDocument> {
  const address = fileIn(folder, "distribution.json");
  const { document } = await loadDocument(address, decodeDistribution, signal);
  if (document.run !== statistics.run || document.feature !== statistics.feature) {
    const message = `expected ${statistics.feature} of run ${statistics.run}, found ${document.feature} of run ${document.run}`;
    throw new LoadError("document-invalid", message, 200, address.href);
  }
  return document;
}

/**
 * Loads the runs of a feature up to a given one, oldest first; null where the address has no history.
 * @throws LoadError
 */
export async function loadHistory(
  folder: URL,
  until: StatisticsDocument,
  signal: AbortSignal,
): Promise<readonly HistoryRow[] | null> {
  const address = historyOf(folder);
  if (address === null) return null;
  const { document } = await loadDocument(address, decodeHistory, signal);
  return document.rows.filter((row) => compareRuns(row, until) <= 0);
}
