import type { DistributionDocument, Drift, DriftBin, Finding, LevelCount } from "../../artifact/index.js";
import { rowsOfBins } from "../bins/rows-of-bins.js";
import { pointwiseBand } from "../noise/pointwise-band.js";
import { isAlarm } from "../verdict/worst-part.js";
import { cutLevel } from "./cut-level.js";
import {
  binArguments,
  calmBin,
  largestContribution,
  oneBinFinding,
  shareArguments,
  toldBins,
} from "./finding-bins.js";

/**
 * The finding of a categorical or boolean feature whose index or unseen share is beyond its limit: levels that vanished or
 * appeared, else the bin whose share moved most.
 */
export function levelsFinding(drift: Drift, distribution: DistributionDocument): Finding {
  const { index, missing, unseen } = drift.verdicts;
  const largest = isAlarm(index) ? largestContribution(toldBins(drift)) : null;
  const gone = goneLevels(drift);
  const appeared = isAlarm(unseen) ? newLevels(distribution) : [];
  if (gone.length + appeared.length > 0 || largest === null) {
    const [goneFirst] = gone;
    const [newFirst] = appeared;
    return {
      code: "gone-and-new",
      arguments: {
        gone: goneFirst ? cutLevel(String(goneFirst.value)) : null,
        goneShare: goneFirst ? shareArguments(drift, goneFirst).shareReference : null,
        goneCount: gone.length,
        new: newFirst ? cutLevel(newFirst.value) : null,
        newShare: newFirst ? newFirst.current / distribution.rows.current : null,
        newCount: appeared.length,
        ...binArguments(drift, largest),
      },
    };
  }
  // Beside missing rows that moved, false does not mirror true.
  const isMirror = distribution.kind === "boolean" && !isAlarm(missing);
  return oneBinFinding(drift, isMirror ? trueInsteadOfFalse(drift, largest) : largest);
}

/** The share of the level that was the most frequent, of a boolean feature that of true; nothing where none has a bin of its own. */
export function levelsAsBefore(drift: Drift, { kind }: DistributionDocument): Finding["arguments"] {
  const [first = null] = drift.bins
    .filter(({ type }) => type === "category")
    .sort((a, b) => b.reference - a.reference);
  const named = kind === "boolean" ? trueInsteadOfFalse(drift, first) : first;
  return named === null ? {} : calmBin(drift, named);
}

/** Levels with a bin of their own that no current row has, beyond noise; the most frequent first. */
function goneLevels({ bins }: Drift): DriftBin[] {
  const { n, m } = rowsOfBins(bins);
  return bins
    .filter(({ type, reference, current }) => type === "category" && current === 0 && reference > 0)
    .filter(({ reference }) => reference / n > pointwiseBand(reference, 0, n, m))
    .sort((a, b) => b.reference - a.reference);
}

function newLevels({ levels }: DistributionDocument): LevelCount[] {
  return (levels ?? []).filter(({ change }) => change === "new").sort((a, b) => b.current - a.current);
}

/** What is true is what people ask for; false only mirrors it. */
function trueInsteadOfFalse({ bins }: Drift, bin: DriftBin | null): DriftBin | null {
  return bin?.type === "category" ? (bins.find(({ value }) => value === "true") ?? bin) : bin;
}
