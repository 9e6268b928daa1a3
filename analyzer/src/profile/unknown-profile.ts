import type { FrozenBin, FrozenFeature } from "../artifact/index.js";
import { registersOfTexts } from "./distinct/different-values.js";
import type { FeatureProfile } from "./feature-profile.js";
import { noProfile } from "./no-profile.js";
import { noCells, noPoints, noValues } from "./no-values.js";

/**
 * Profile of a column without any value: all rows are missing, and nothing shows its kind. Against a reference it counts as of the
 * reference's kind. As a reference it freezes two bins, `other` for whatever comes, and `missing`.
 * @param nan how many of the rows are NaN
 */
export function unknownProfile(
  name: string,
  rows: number,
  frozen: FrozenFeature | null,
  nan = 0,
): FeatureProfile {
  const kind = frozen?.kind ?? "unknown";
  const empty = noProfile(name, kind, "empty", null, rows);
  const profile = { ...empty, statistics: noValues(kind, { ...empty.statistics, nan }, frozen ?? undefined) };
  if (frozen === null) return { ...profile, own: { bins: bins(rows), cells: null } };
  const { cells, levels } = frozen;
  return {
    ...profile,
    levels: levels === null ? null : [],
    levelsSeenOnce: levels === null ? null : 0,
    levelRegisters: levels === null ? null : registersOfTexts([]),
    points: noPoints(frozen),
    counts: {
      rows,
      bins: frozen.bins.map(({ type }) => (type === "missing" ? rows : 0)),
      belowReference: cells === null ? null : 0,
      aboveReference: cells === null ? null : 0,
      cells: cells === null ? null : noCells(cells),
      unseen: levels === null ? null : 0,
    },
  };
}

function bins(rows: number): FrozenBin[] {
  const bin = { low: null, high: null, value: null };
  return [
    { ...bin, type: "other", reference: 0 },
    { ...bin, type: "missing", reference: rows },
  ];
}
