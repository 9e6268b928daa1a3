import { type StatisticsDocument, decodeStatistics } from "@featurescope/analyzer/artifact";
import { fileIn, folderOf } from "../controllers/addresses.js";
import type { LiveTarget } from "../controllers/live-updates.js";
import { type Loaded, loadDocument } from "../controllers/load-document.js";
import { inRun } from "../controllers/run-addresses.js";
import { loadInstead } from "./load-instead.js";

/**
 * Loads the figures of a published run in place of those that are shown.
 * @param src address of the feature's folder, for whatever is newest
 * @returns what was shown, where the run lacks the feature, or is older though what is shown was not withdrawn
 * @throws LoadError, or the signal's reason once it is aborted
 */
export async function followRun(
  target: LiveTarget,
  src: string,
  shown: Loaded<StatisticsDocument>,
  signal: AbortSignal,
): Promise<Loaded<StatisticsDocument>> {
  const { run } = target;
  const folder = run === null ? folderOf(src, document.baseURI) : inRun(shown.folder, run);
  const address = fileIn(folder, "statistics.json");
  const load = () => loadDocument(address, decodeStatistics, signal);
  return loadInstead(target, { shown, runOf: (loaded) => loaded.document, load }, signal);
}
