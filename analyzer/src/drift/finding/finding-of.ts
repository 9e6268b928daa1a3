import type { DistributionDocument, Drift, DriftBin, Finding } from "../../artifact/index.js";
import { rowsOfBins } from "../bins/rows-of-bins.js";
import { judgeBeyond } from "../verdict/judge-beyond.js";
import { isNewlyInfinite } from "../verdict/rows-beyond.js";
import { isAlarm } from "../verdict/worst-part.js";
import type { Figures } from "./figures.js";
import { indexOf, oneBinFinding, toldBins } from "./finding-bins.js";
import { findingOfCounts } from "./finding-of-counts.js";
import { restArguments } from "./rest-arguments.js";
import { shareMoves } from "./share-moves.js";
import { timeArguments } from "./time-arguments.js";

/** Excess share of rows at one value that tells more than how all values moved. */
const LARGE_HEAP = 0.1;

/**
 * What is to be said about a feature in one sentence, as a code with arguments: values that the reference never came to and rows
 * that crowd at one value, where they are what moved, else what the counts tell. Values beyond the reference's, and points in
 * time that are out of time, have a clause of their own wherever their verdict is not stable.
 */
export function findingOf(statistics: Figures, distribution: DistributionDocument): Finding {
  const { kind, status, drift } = statistics;
  if (kind !== "numeric" || status !== "ok" || drift === null) {
    const finding = findingOfCounts(statistics, distribution);
    const outOfTime = drift === null ? {} : timeArguments(drift);
    return { ...finding, arguments: { ...finding.arguments, ...outOfTime } };
  }
  const alarming = (rows: number | null): number =>
    rows !== null && isAlarm(judgeBeyond(rows, drift.bins, drift.limits)) ? rows : 0;
  const below = alarming(drift.belowReference);
  const above = alarming(drift.aboveReference);
  const newlyInfinite = drift.bins.find((bin) => isNewlyInfinite(bin) && alarming(bin.current) > 0);
  const infinite = below + above === 0 ? (newlyInfinite ?? null) : null;
  const { code, arguments: args } =
    placeFinding(drift, restOf(drift, below, above, infinite), infinite) ??
    findingOfCounts(statistics, distribution);
  const { m } = rowsOfBins(drift.bins);
  return {
    code,
    arguments: {
      ...args,
      ...shareMoves(drift),
      ...(below > 0 ? { belowShare: below / m, least: statistics.min } : {}),
      ...(above > 0 ? { aboveShare: above / m, greatest: statistics.max } : {}),
    },
  };
}

/**
 * @param rest the bins without values beyond the reference's
 * @param infinite infinite values, where these alone are beyond
 */
function placeFinding(drift: Drift, rest: readonly DriftBin[], infinite: DriftBin | null): Finding | null {
  const { index, beyond, heaped } = drift.verdicts;
  // As a default that is put in: among bins of a tenth of the rows it hides.
  const heap = isAlarm(heaped) ? drift.heap : null;
  if (isAlarm(index) && heap && Number(heaped?.value) >= LARGE_HEAP) return oneBinFinding(drift, heap);
  if (isAlarm(beyond) && (!isAlarm(index) || isCalm(drift, rest))) {
    if (infinite) return oneBinFinding(drift, infinite);
    const tooFewRows = index.verdict === "unknown" ? { tooFewRows: true } : {};
    return { code: "beyond-only", arguments: { ...restArguments(rest), ...tooFewRows } };
  }
  return heap && !isAlarm(index) ? oneBinFinding(drift, heap) : null;
}

/** Whether most rows are left, and moved by less than the watch limit and by at most half of what all did. */
function isCalm({ bins, limits, verdicts }: Drift, rest: readonly DriftBin[]): boolean {
  const index = indexOf(rest);
  const isMost = 2 * rowsOfBins(rest).m > rowsOfBins(bins).m;
  return isMost && index !== null && index < limits.watch && index <= Number(verdicts.index.value) / 2;
}

/**
 * The bins without the values beyond the reference's least and greatest one, which are in its first and last range; without
 * missing rows where these have a clause of their own.
 */
function restOf(drift: Drift, below: number, above: number, infinite: DriftBin | null): DriftBin[] {
  const ranges = drift.bins.filter(({ type }) => type === "interval");
  const [first, last] = [ranges[0], ranges.at(-1)];
  return toldBins(drift)
    .filter((bin) => bin !== infinite)
    .map((bin) => {
      const beyond = (bin === first ? below : 0) + (bin === last ? above : 0);
      return { ...bin, current: Math.max(0, bin.current - beyond) };
    });
}
