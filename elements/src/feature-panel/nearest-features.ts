import { editDistance } from "@featurescope/analyzer/artifact";
import { loadDocument } from "../controllers/load-document.js";
import { gatewayOf } from "../controllers/run-addresses.js";
import { decodeBoard } from "../feature-board/decode-board.js";

/** A feature that a mistyped address may have meant. */
export interface NearFeature {
  name: string;
  title: Readonly<Record<string, string>>;
  /** The `src` of its panel. */
  src: string;
}

const MOST = 3;

/**
 * The features of the run whose names are nearest to one that it does not have, nearest first.
 * @param folder address of the feature's folder, of a gateway or in a report
 * @returns none where the run's features are not to be had
 */
export async function nearestFeatures(
  folder: URL,
  name: string,
  signal: AbortSignal,
): Promise<readonly NearFeature[]> {
  const path = gatewayOf(folder.href, folder.href) === null ? "../../manifest.json" : "../../features";
  const address = new URL(path, folder);
  address.search = folder.search;
  const loaded = await loadDocument(address, decodeBoard, signal).catch(() => null);
  const near = (loaded?.document.features ?? []).map((feature) => ({
    feature,
    distance: editDistance(name.toLowerCase(), feature.name.toLowerCase()),
  }));
  return near
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MOST)
    .map(({ feature }) => ({
      name: feature.name,
      title: feature.title,
      src: Object.assign(new URL(`../${encodeURIComponent(feature.key)}/`, folder), { search: folder.search })
        .href,
    }));
}
