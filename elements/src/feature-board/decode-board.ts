import {
  type FeatureList,
  type Manifest,
  decodeFeatureList,
  decodeManifest,
  featurePath,
} from "@featurescope/analyzer/artifact";

/** Decodes what a board can show: a gateway's features list, or the manifest of a run. @throws FeaturescopeError */
export function decodeBoard(document: unknown): FeatureList {
  return isManifest(document) ? featureListOf(decodeManifest(document)) : decodeFeatureList(document);
}

/** A manifest as a features list: its features lie beside it, and it knows no run but its own. */
function featureListOf(board: Manifest): FeatureList {
  const { files: _files, features, ...head } = board;
  return {
    ...head,
    recent: { runs: [], referenceIds: [] },
    nextCursor: null,
    features: features.map((feature) => ({
      ...feature,
      run: head.run,
      href: `${featurePath(encodeURIComponent(feature.key))}/`,
      recent: { runs: [], referenceIds: [], populationStabilityIndex: [], verdict: [] },
    })),
  };
}

function isManifest(document: unknown): document is Manifest {
  return typeof document === "object" && document !== null && "files" in document;
}
