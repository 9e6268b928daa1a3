import type {
  DistributionDocument,
  Drift,
  FeatureStatistics,
  Finding,
  FindingArgument,
  PartVerdict,
} from "../../artifact/index.js";
import { rowsOfBins } from "../bins/rows-of-bins.js";
import { LEAST_ROWS } from "../verdict/judge-index.js";
import { isAlarm } from "../verdict/worst-part.js";
import { cutLevel } from "./cut-level.js";
import type { Figures } from "./figures.js";
import { calmBin, isAllOfDrift, movedAlone, shareArguments } from "./finding-bins.js";
import { isIdentifierLike } from "./is-identifier-like.js";
import { levelsAsBefore, levelsFinding } from "./levels-finding.js";
import { orderAsBefore, orderFinding } from "./order-finding.js";
import { restArguments } from "./rest-arguments.js";
import { shareMoves } from "./share-moves.js";

/** Different values among the rows of an identifier. */
const ONE_EACH = 0.99;

/**
 * What the counts of bins and levels tell of a feature, as a code with arguments: what is wrong with the column, else what moved
 * most, else that all is as before. The missing share and unseen levels have a clause of their own wherever their own verdict is
 * not stable.
 */
export function findingOfCounts(statistics: Figures, distribution: DistributionDocument): Finding {
  const { drift } = statistics;
  const finding = findingOfStatus(statistics, distribution);
  if (drift === null) return finding ?? identifierFinding(statistics) ?? say("no-reference");
  const { code, arguments: args } = finding ?? findingOfDrift(statistics, drift, distribution);
  return { code, arguments: { ...args, ...shareMoves(drift) } };
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
  const { index, missing, unseen } = drift.verdicts;
  const isUnknown = index.verdict === "unknown";
  const tooFewRows: Finding["arguments"] = isUnknown ? { tooFewRows: true } : {};
  if (statistics.reference?.count === 0 && (isUnknown || isAlarm(missing))) return say("no-reference");
  const hasLevels = distribution.levels !== null;
  const missingRows = drift.bins.find(({ type }) => type === "missing");
  const rest = drift.bins.filter((bin) => bin !== missingRows);
  if (isAlarm(index)) {
    if (missingRows && isAllOfDrift(drift, missingRows)) return say("missing-only", restArguments(rest));
    return hasLevels ? levelsFinding(drift, distribution) : orderFinding(statistics, drift);
  }
  if (isAlarm(unseen)) {
    const finding = levelsFinding(drift, distribution);
    return { ...finding, arguments: { ...finding.arguments, ...tooFewRows } };
  }
  const rows = rowArguments(drift);
  if (index.reason === "only-other" && rows["needed"] === null)
    return identifierFinding(statistics) ?? say("levels-too-rare");
  if (isAlarm(missing)) return say("missing-only", { ...restArguments(rest), ...tooFewRows });
  if (isUnknown) return say("too-few-rows", rows);
  const noise = noiseArguments(index);
  // What the median does not tell: infinite values came, or zeros went.
  const alone =
    noise["beyondNoise"] && distribution.kind !== "boolean" ? movedAlone(drift, drift.bins) : undefined;
  return say("as-before", {
    ...(alone
      ? calmBin(drift, alone)
      : hasLevels
        ? levelsAsBefore(drift, distribution)
        : orderAsBefore(statistics, drift, noise["beyondNoise"] === true)),
    ...noise,
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
  const { n, m } = rowsOfBins(drift.bins);
  const rows = Math.min(n, m);
  const needed = rows < LEAST_ROWS ? LEAST_ROWS : null;
  return { rows, needed, noiseBound: drift.noiseBound, ...(n < m ? { ofReference: true } : {}) };
}

function say(code: Finding["code"], args: Record<string, FindingArgument> = {}): Finding {
  return { code, arguments: args };
}
