import type { FrozenBin } from "./drift.js";
import type { Sha256 } from "./keys.js";
import type { FrozenFeature, FrozenReference } from "./reference.js";

/** The reference id of a frozen feature: the SHA-256 of kind, bins and display bins as JSON. */
export function referenceIdOf(
  { kind, bins, histogram }: Pick<FrozenFeature, "kind" | "bins" | "histogram">,
  sha256: Sha256,
): string {
  const display = histogram === null ? null : displayOf(histogram);
  return sha256(JSON.stringify({ kind, bins: bins.map(frozenOf), histogram: display }));
}

function frozenOf({ type, low, high, value, reference }: FrozenBin): FrozenBin {
  return { type, low, high, value, reference };
}

function displayOf({ scale, edges, counts, underflow, overflow }: NonNullable<FrozenFeature["histogram"]>) {
  return { scale, edges, counts, underflow, overflow };
}

/** A feature's part of the text whose SHA-256 is the id of the whole reference; features come in their order. */
export function idLine({ name, referenceId }: Pick<FrozenFeature, "name" | "referenceId">): string {
  return `${JSON.stringify(name)} ${referenceId}\n`;
}

/** The id of a whole reference. */
export function idOfReference({ features }: Pick<FrozenReference, "features">, sha256: Sha256): string {
  return sha256(features.map(idLine).join(""));
}
