import type {
  DistributionDocument,
  Drift,
  FeatureStatistics,
  Finding,
  FindingArgument,
  PartVerdict,
} from "../artifact/index.js";
import type { Figures } from "./figures.js";
import { isAllOfDrift, oneBinFinding, shareArguments } from "./finding-bins.js";
import { levelsAsBefore, levelsFinding } from "./levels-finding.js";
import { cutLevel } from "./cut-level.js";
import { isIdentifierLike } from "./is-identifier-like.js";
import { judgeBeyond } from "./judge-beyond.js";
import { LEAST_ROWS } from "./judge-index.js";
import { orderAsBefore, orderFinding } from "./order-finding.js";
import { sum } from "./sum.js";
import { isAlarm } from "./worst-part.js";

/** Different values among the rows of an identifier. */
const ONE_EACH = 0.99;

/** Excess share of rows at one value that tells more than how all values moved. */
const LARGE_HEAP = 0.1;

/**
 * What is to be said about a feature in one sentence, as a code with arguments: what is wrong with the column, else what moved most, else that all is
 * as before. The missing share, unseen levels and values beyond the reference's have a clause of their own wherever their own verdict is not stable.
 */
export function findingOf(statistics: Figures, distribution: DistributionDocument): Finding {
  const { drift } = statistics;
  const finding = findingOfStatus(statistics, distribution);
  if (drift === null) return finding ?? identifierFinding(statistics) ?? say("no-reference");
  const { code, arguments: args } = finding ?? findingOfDrift(statistics, drift, distribution);
  return { code, arguments: { ...args, ...shareMoves(drift), ...beyondReference(statistics, drift) } };
}

function findingOfStatus(statistics: Figures, distribution: DistributionDocument): Finding | null {
  const { status, kind, reference, rows } = statistics;
  if (status === "not-found" || status === "failed") return say(status);
  if (status === "type-changed") {
    return say(status, { kindReference: reference?.kind ?? "unknown", kindCurrent: kind });
  }
  if (status === "empty") return say(status, { rows });
  if (kind === "datetime") return say("time-span", { oldest: statistics.min, newest: statistics.max });
  if (status === "constant") return say(status, constantArguments(statistics, distribution));
  return null;
}

function constantArguments(statistics: Figures, distribution: DistributionDocument): Finding["arguments"] {
  const { drift } = statistics;
  const value = constantValue(statistics, distribution);
  const moved = drift !== null && isAlarm(drift.verdicts.index);
  const shareReference = moved ? shareBefore(value, drift, statistics, distribution) : null;
  return {
    value: typeof value === "string" ? cutLevel(value) : value,
    ...(shareReference === null ? {} : { shareReference }),
  };
}

function constantValue(
  { kind, min, positiveInfinity }: Figures,
  { levels }: DistributionDocument,
): number | string {
  if (kind !== "numeric") return levels?.find((level) => level.current > 0)?.value ?? "";
  return min ?? (positiveInfinity > 0 ? "∞" : "−∞");
}

/** The share of the reference's rows that have a value; null where that is not known. */
function shareBefore(
  value: number | string,
  drift: Drift,
  { reference }: Figures,
  { levels }: DistributionDocument,
): number | null {
  const bin = drift.bins.find((bin) => bin.value === value);
  if (bin !== undefined) return shareArguments(drift, bin).shareReference;
  if (typeof value === "string")
    return levels?.find((level) => level.value === value)?.change === "new" ? 0 : null;
  return value < (reference?.min ?? -Infinity) || value > (reference?.max ?? Infinity) ? 0 : null;
}

function findingOfDrift(statistics: Figures, drift: Drift, distribution: DistributionDocument): Finding {
  const { index, missing, unseen, beyond, heaped } = drift.verdicts;
  const hasLevels = distribution.levels !== null;
  // As a default that is put in: among bins of a tenth of the rows it hides.
  const heap = isAlarm(heaped) ? drift.heap : null;
  if (isAlarm(index)) {
    if (heap && Number(heaped?.value) >= LARGE_HEAP) return oneBinFinding(drift, heap);
    const missingRows = drift.bins.find(({ type }) => type === "missing");
    if (missingRows && isAllOfDrift(drift, missingRows)) return say("missing-only", missingShares(drift));
    return hasLevels ? levelsFinding(drift, distribution) : orderFinding(statistics, drift);
  }
  if (statistics.reference?.count === 0 && index.verdict === "unknown") return say("no-reference");
  if (index.reason === "only-other") return identifierFinding(statistics) ?? say("levels-too-rare");
  const tooFewRows: Finding["arguments"] = index.verdict === "unknown" ? { tooFewRows: true } : {};
  if (isAlarm(unseen)) {
    const finding = levelsFinding(drift, distribution);
    return { ...finding, arguments: { ...finding.arguments, ...tooFewRows } };
  }
  if (isAlarm(beyond)) return say("beyond-only", tooFewRows);
  if (heap) return oneBinFinding(drift, heap);
  if (isAlarm(missing)) return say("missing-only", tooFewRows);
  if (index.verdict === "unknown") return say("too-few-rows", rowArguments(drift));
  return say("as-before", {
    ...(hasLevels ? levelsAsBefore(drift, distribution) : orderAsBefore(statistics, drift)),
    ...noiseArguments(index),
  });
}

function identifierFinding(statistics: Figures): Finding | null {
  const { distinct, count, reference } = statistics;
  const own = { distinct, rows: count };
  if (reference !== null && repeats(statistics, reference))
    return say("identifier-like", { ...own, repeated: true });
  return isIdentifierLike(statistics) ? say("identifier-like", own) : null;
}

/** Whether values come several times of which the reference's rows had one each, beyond what an estimated number of them tells. */
function repeats(current: FeatureStatistics, reference: FeatureStatistics): boolean {
  const error = (current.distinctError ?? 0) / current.count;
  const isIdentifier = reference.identifierLike === true && shareOfDifferent(reference) >= ONE_EACH;
  return isIdentifier && shareOfDifferent(current) < ONE_EACH - 3 * error;
}

function shareOfDifferent({ distinct, count }: FeatureStatistics): number {
  return (distinct ?? 0) / count;
}

function noiseArguments({ reason, value, noise }: PartVerdict): Finding["arguments"] {
  if (reason === "within-noise") return { withinNoise: true };
  return value !== null && noise !== null && value > noise ? { beyondNoise: true } : {};
}

function rowArguments(drift: Drift): Finding["arguments"] {
  const n = sum(drift.bins.map((bin) => bin.reference));
  const m = sum(drift.bins.map((bin) => bin.current));
  const rows = Math.min(n, m);
  const needed = rows < LEAST_ROWS ? LEAST_ROWS : null;
  return { rows, needed, noiseBound: drift.noiseBound, ...(n < m ? { ofReference: true } : {}) };
}

function missingShares(drift: Drift): Finding["arguments"] {
  const bin = drift.bins.find((bin) => bin.type === "missing");
  if (bin === undefined) return {};
  const { shareReference, shareCurrent } = shareArguments(drift, bin);
  return { missingReference: shareReference, missingCurrent: shareCurrent };
}

/** The clauses that any finding may carry. */
function shareMoves(drift: Drift): Finding["arguments"] {
  const { missing, unseen } = drift.verdicts;
  return {
    ...(isAlarm(missing) ? missingShares(drift) : {}),
    ...(isAlarm(unseen)
      ? { unseenCurrent: drift.unseenShare, unseenReference: drift.unseenShareExpected }
      : {}),
  };
}

/** Values that the reference never came to, as -999 for unknown ones: in the bins they hide among the lowest or highest. */
function beyondReference({ kind, status, min, max }: Figures, drift: Drift): Finding["arguments"] {
  if (kind !== "numeric" || status !== "ok") return {};
  const [below, above] = [drift.belowReference, drift.aboveReference].map((rows) => {
    const part = judgeBeyond(rows ?? 0, drift.bins, drift.limits);
    return isAlarm(part) ? part.value : null;
  });
  return {
    ...(below ? { belowShare: below, least: min } : {}),
    ...(above ? { aboveShare: above, greatest: max } : {}),
  };
}

function say(code: Finding["code"], args: Record<string, FindingArgument> = {}): Finding {
  return { code, arguments: args };
}
