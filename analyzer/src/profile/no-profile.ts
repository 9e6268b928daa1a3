import {
  didYouMean,
  FeaturescopeError,
  type FrozenFeature,
  type Kind,
  messageOf,
  type Status,
} from "../artifact/index.js";
import type { Dataset } from "../dataset/dataset.js";
import { firstFew } from "../first-few.js";
import { rowStatistics } from "../statistics/row-statistics.js";
import type { FeatureProfile } from "./feature-profile.js";
import { sayUnreadable } from "./say-unreadable.js";

/** Names listed in a reason at most. */
const MOST_NAMES = 10;

/** Profile of a feature without figures. @param rows all of them count as missing */
export function noProfile(
  name: string,
  kind: Kind,
  status: Status,
  reason: string | null,
  rows: number,
): FeatureProfile {
  return {
    name,
    kind,
    status,
    reason,
    integer: null,
    statistics: rowStatistics({ rows, missing: rows, nan: 0, positiveInfinity: 0, negativeInfinity: 0 }),
    counts: null,
    histogram: null,
    points: [],
    levels: null,
    levelsSeenOnce: null,
    levelRegisters: null,
    own: null,
    additive: null,
  };
}

/** Profile of a feature that the dataset has no column of: absent in every row. */
export function missingProfile(
  name: string,
  { rows, columns }: Dataset,
  frozen: FrozenFeature | undefined,
): FeatureProfile {
  const all = columns.map((column) => column.name);
  const found = firstFew(all, MOST_NAMES, ` and ${all.length - MOST_NAMES} more`) || "an empty file";
  const reason = `Expected a column "${name}", found ${found}${didYouMean(name, all) || "."}`;
  return noProfile(name, frozen?.kind ?? "unknown", "not-found", reason, rows);
}

/**
 * Profile of a column whose values could not be read: nothing is known of its rows.
 * @throws FeaturescopeError `input-unreadable`, the same, where not the column is at fault, but what all rows lie on
 */
export function unreadableProfile(name: string, kind: Kind, error: unknown): FeatureProfile {
  if (isOfAllRows(error)) throw error;
  return noProfile(name, kind, "failed", sayUnreadable(kind, messageOf(error)), 0);
}

/** Whether a fault of reading is none of a column's. */
export function isOfAllRows(error: unknown): boolean {
  return error instanceof FeaturescopeError && error.code === "input-unreadable";
}
