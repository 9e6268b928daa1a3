import type { FrozenFeature, Kind } from "../artifact/index.js";
import type { FeatureProfile } from "./feature-profile.js";
import { unknownProfile } from "./unknown-profile.js";

const WORDS: Record<Kind, string> = {
  numeric: "numbers",
  categorical: "text",
  boolean: "true and false",
  datetime: "points in time",
  unknown: "no values",
};

/** Whether values of two kinds share an axis; a column without values goes with any. */
function areComparable(reference: Kind, current: Kind): boolean {
  return reference === current || reference === "unknown" || current === "unknown";
}

/** The frozen feature that a column can be counted against; null where there is none, or one of another kind. */
export function referenceFor(kind: Kind, frozen: FrozenFeature | undefined): FrozenFeature | null {
  return frozen !== undefined && areComparable(frozen.kind, kind) ? frozen : null;
}

/**
 * A column that has a type and not one value counts as of its reference's kind, like a column whose type nothing shows: writers give a
 * column that lost all its values whatever type is at hand.
 */
export function asOfReference(profile: FeatureProfile, frozen: FrozenFeature | undefined): FeatureProfile {
  const { name, status, kind, statistics } = profile;
  if (frozen === undefined || status !== "empty" || frozen.kind === kind) return profile;
  return unknownProfile(name, statistics.rows, frozen, statistics.nan);
}

/** Gives a profile whose kind is not its reference's the status `type-changed`. */
export function markTypeChange(profile: FeatureProfile, frozen: FrozenFeature | undefined): FeatureProfile {
  const isBroken = profile.status === "not-found" || profile.status === "failed";
  if (frozen === undefined || isBroken || areComparable(frozen.kind, profile.kind)) return profile;
  const reason = `The reference holds ${WORDS[frozen.kind]} (${frozen.kind}), this run ${WORDS[profile.kind]} (${profile.kind}). If its values can be read as ${frozen.kind}, set kind: ${frozen.kind} in --config; if not, freeze a new reference with the same --config.`;
  return { ...profile, status: "type-changed", reason };
}
