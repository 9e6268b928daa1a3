import { decodeStatistics } from "@featurescope/analyzer/artifact";
import type { ChartDocuments } from "@featurescope/analyzer/chart";
import { fileIn, folderOf } from "../controllers/addresses.js";
import { loadDistribution } from "../controllers/load-feature.js";
import { loadDocument } from "../controllers/load.js";

/**
 * Loads what a feature's chart is drawn from, both files from the same run.
 * @param src address of the feature's folder
 * @throws LoadError
 */
export async function loadRunDocuments(src: string, signal: AbortSignal): Promise<ChartDocuments> {
  const address = fileIn(folderOf(src, document.baseURI), "statistics.json");
  const loaded = await loadDocument(address, decodeStatistics, signal);
  return { statistics: loaded.document, distribution: await loadDistribution(loaded, signal) };
}
