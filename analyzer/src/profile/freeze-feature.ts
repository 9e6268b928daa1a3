import { createHash } from "node:crypto";
import type { FrozenFeature } from "../artifact/index.js";
import type { FeatureProfile } from "./feature-profile.js";
import { unknownProfile } from "./unknown-profile.js";

/**
 * Freezes a profile that was made without a reference: its bins, cells and display edges with its rows in them. A column without values
 * is frozen as one whose kind nothing shows, for its type says nothing of the values that may come.
 * The reference id is the SHA-256 of kind, bins and display bins as JSON.
 */
export function freezeFeature(profile: FeatureProfile): FrozenFeature {
  if (profile.status === "empty" && profile.kind !== "unknown") {
    const { rows, nan } = profile.statistics;
    return freezeFeature(unknownProfile(profile.name, rows, null, nan));
  }
  const { name, kind, status, integer, statistics, histogram, levels, levelsSeenOnce, own } = profile;
  const bins = own?.bins ?? [];
  const display =
    histogram === null
      ? null
      : {
          scale: histogram.scale,
          edges: histogram.edges,
          counts: histogram.counts,
          underflow: histogram.underflow,
          overflow: histogram.overflow,
        };
  const frozen = bins.map(({ type, low, high, value, reference }) => ({ type, low, high, value, reference }));
  const referenceId = createHash("sha256")
    .update(JSON.stringify({ kind, bins: frozen, histogram: display }))
    .digest("hex");
  const cells = own?.cells ?? null;
  return {
    name,
    kind,
    status,
    integer,
    referenceId,
    statistics,
    bins,
    histogram,
    cells,
    levels,
    levelsSeenOnce,
  };
}
