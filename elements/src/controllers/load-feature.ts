import {
  type DistributionDocument,
  type HistoryRow,
  type StatisticsDocument,
  compareRuns,
  decodeDistribution,
  decodeHistory,
} from "@featurescope/analyzer/artifact";
import { fileIn, historyOf } from "./addresses.js";
import { type Loaded, loadDocument } from "./load-document.js";
import { LoadError } from "./load-error.js";

/**
 * Loads `distribution.json` of the run that `statistics.json` came from.
 * @throws LoadError, also where it is of another run or feature
 */
export async function loadDistribution(
  { document: statistics, folder }: Loaded<StatisticsDocument>,
  signal: AbortSignal,
): Promise<DistributionDocument> {
  const address = fileIn(folder, "distribution.json");
  const { document } = await loadDocument(address, decodeDistribution, signal);
  if (document.run !== statistics.run || document.feature !== statistics.feature) {
    const message = `expected ${statistics.feature} of run ${statistics.run}, found ${document.feature} of run ${document.run}`;
    throw new LoadError("document-invalid", message, null, address.href);
  }
  return document;
}

/**
 * Loads the runs of a feature up to a given one, oldest first; none where the address is not a gateway's.
 * @throws LoadError
 */
export async function loadHistory(
  { document: statistics, folder }: Loaded<StatisticsDocument>,
  signal: AbortSignal,
): Promise<readonly HistoryRow[]> {
  const address = historyOf(folder);
  if (address === null) return [];
  const { document } = await loadDocument(address, decodeHistory, signal);
  return rowsUntil(document.rows, statistics);
}

/** The rows of a run and of those before it. */
export function rowsUntil(rows: readonly HistoryRow[], until: StatisticsDocument): readonly HistoryRow[] {
  return rows.filter((row) => compareRuns(row, until) <= 0);
}
