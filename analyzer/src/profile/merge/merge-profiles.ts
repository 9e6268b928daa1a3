import {
  FeaturescopeError,
  isBroken,
  type Kind,
  type ProfileCounts,
  type Status,
} from "../../artifact/index.js";
import { mergeLevels } from "./merge-levels.js";
import { mergeNumbers } from "./merge-numbers.js";
import { NO_COUNTS } from "./no-counts.js";

/** Statuses that tell how a column is, not what its values are. */
type Column = Pick<ProfileCounts, "kind" | "status" | "reason">;

/**
 * One profile of all rows of several, by addition: the same, but for the rounding of moments, in any order and grouping. Where a part could
 * not be analysed, neither can the whole, for its rows are not known.
 * @param profiles of one feature, compared with the same reference; one at least
 * @throws FeaturescopeError `input-unreadable` where they were compared with different references
 */
export function mergeProfiles(profiles: readonly ProfileCounts[]): ProfileCounts {
  const [first, ...others] = profiles;
  if (first === undefined)
    throw new FeaturescopeError("unexpected", "expected a profile to merge, found none");
  return others.reduce(mergeTwo, first);
}

function mergeTwo(a: ProfileCounts, b: ProfileCounts): ProfileCounts {
  const column = mergeColumns(a, b);
  const sums = {
    ...column,
    rows: a.rows + b.rows,
    missing: a.missing + b.missing,
    nan: a.nan + b.nan,
    positiveInfinity: a.positiveInfinity + b.positiveInfinity,
    negativeInfinity: a.negativeInfinity + b.negativeInfinity,
  };
  if (isBroken(column.status)) return { ...sums, ...NO_COUNTS };
  if (a.referenceId !== b.referenceId) {
    throw new FeaturescopeError(
      "input-unreadable",
      `expected profiles of one reference, found ${a.referenceId} and ${b.referenceId}; analyse all shards against the same reference`,
    );
  }
  return {
    ...sums,
    referenceId: a.referenceId,
    distinct: null,
    bins: addLists(a.bins, b.bins),
    belowReference: add(a.belowReference, b.belowReference),
    aboveReference: add(a.aboveReference, b.aboveReference),
    numbers: mergeNumbers(a.numbers, b.numbers),
    levels: mergeLevels(a.levels, b.levels),
  };
}

/** Broken together only where both are broken alike; a column of two kinds is broken as well. */
function mergeColumns(a: Column, b: Column): Column {
  const kind = mergeKinds(a.kind, b.kind);
  const reasons = [a.reason, b.reason].filter((reason) => reason !== null).sort();
  const differ = kind !== a.kind && kind !== b.kind;
  const isFine = !isBroken(a.status) && !isBroken(b.status);
  if (differ && isFine) {
    const [one, other] = [a.kind, b.kind].sort();
    const reason = `Its values are ${one} in one part and ${other} in another, and the reference does not say which. Analyse the parts again with kind: categorical in --config, or against a reference that has it.`;
    return { kind: "unknown", status: "failed", reason };
  }
  if (isFine) return { kind, status: mergeStatuses(a.status, b.status), reason: null };
  return { kind, status: a.status === b.status ? a.status : "failed", reason: reasons[0] ?? null };
}

/** The kind of both; a column without values goes with any. */
function mergeKinds(a: Kind, b: Kind): Kind {
  return a === b || b === "unknown" ? a : a === "unknown" ? b : "unknown";
}

/** Whether the whole is constant is told by its figures, not by its parts. */
function mergeStatuses(a: Status, b: Status): Status {
  return a === "empty" && b === "empty" ? "empty" : "ok";
}

function add(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b;
}

function addLists(a: number[] | null, b: number[] | null): number[] | null {
  return a === null || b === null ? null : a.map((count, i) => count + (b[i] ?? 0));
}
