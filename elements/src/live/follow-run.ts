import { type StatisticsDocument, compareRuns, decodeStatistics } from "@featurescope/analyzer/artifact";
import { fileIn, folderOf } from "../controllers/addresses.js";
import type { LiveTarget } from "../controllers/live-updates.js";
import { type Loaded, loadDocument } from "../controllers/load-document.js";
import { inRun } from "../controllers/run-addresses.js";
import { loadPublished } from "./load-published.js";

/**
 * Loads the figures of a published run in place of those that are shown.
 * @param src address of the feature's folder, for whatever is newest
 * @returns what was shown, where the run lacks the feature or is older
 * @throws LoadError, or the signal's reason once it is aborted
 */
export async function followRun(
  { run }: LiveTarget,
  src: string,
  shown: Loaded<StatisticsDocument>,
  signal: AbortSignal,
): Promise<Loaded<StatisticsDocument>> {
  const folder = run === null ? folderOf(src, document.baseURI) : inRun(shown.folder, run);
  const address = fileIn(folder, "statistics.json");
  const loaded = await loadPublished(
    () => loadDocument(address, decodeStatistics, signal),
    () => true,
    signal,
  );
  return loaded === null || compareRuns(loaded.document, shown.document) < 0 ? shown : loaded;
}
