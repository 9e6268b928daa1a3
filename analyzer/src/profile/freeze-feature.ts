import { createHash } from "node:crypto";
import { type FrozenFeature, referenceIdOf } from "../artifact/index.js";
import type { FeatureProfile } from "./feature-profile.js";
import { unknownProfile } from "./unknown-profile.js";

/**
 * Freezes a profile that was made without a reference: its bins, cells and display edges with its rows in them. A column without values
 * is frozen as one whose kind nothing shows, for its type says nothing of the values that may come.
 */
export function freezeFeature(profile: FeatureProfile): FrozenFeature {
  if (profile.status === "empty" && profile.kind !== "unknown") {
    const { rows, nan } = profile.statistics;
    return freezeFeature(unknownProfile(profile.name, rows, null, nan));
  }
  const { name, kind, status, integer, statistics, histogram, levels, levelsSeenOnce, own } = profile;
  const bins = own?.bins ?? [];
  const referenceId = referenceIdOf({ kind, bins, histogram }, (text) =>
    createHash("sha256").update(text).digest("hex"),
  );
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
