import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import {
  type ValueScale,
  decimalsOf,
  decimalsToTell,
  distanceTo,
  formatValue,
  type SignDisplay,
  valueScale,
} from "@featurescope/analyzer/drift";

/** How all values of a column are written: on one scale, with the same decimals. */
export interface ValueColumn {
  language: string;
  scale: ValueScale;
  decimals: number;
}

/** The column for a feature's figures. The quartiles decide its scale: extremes and the spread must not. */
export function valueColumn(statistics: StatisticsDocument, language: string): ValueColumn {
  const sides = [statistics, statistics.reference].filter((side) => side !== null);
  const typical = sides
    .flatMap((side) => [side.p25, side.p75, side.withoutPoints?.p25, side.withoutPoints?.p75])
    .map((value) => Math.abs(value ?? 0));
  const greatest = Math.max(...typical);
  // From ten times the divisor on, so that a column keeps its digits: 5,069 stays, 36,627 becomes 36.6 k but no 3.66万.
  const scale = valueScale([10 ** Math.floor(Math.log10(greatest) - 1)], language);
  const usual = greatest === 0 ? 1 : decimalsOf(greatest, scale);
  // Quartiles that lie close together are told apart: 4.2497 and 4.2503 are not both 4.2.
  const spreads = sides.map(({ p25, p75 }) => distanceTo(p25 ?? 0, [p75]) / 4);
  return { language, scale, decimals: Math.max(usual, decimalsToTell(Math.min(...spreads), scale)) };
}

/** From here on a value has no room in its column. */
const LONG = 1e7;

/**
 * A value in its column; the header carries the scale's symbol. The end of a long tail has its own where no header has one: 13.2 bn, not
 * 13,189,998,650.3.
 * @param sign of a difference
 */
export function writeValue(
  { language, scale, decimals }: ValueColumn,
  value: number,
  sign: SignDisplay = "negative",
): string {
  return formatValue(
    value,
    language,
    scale.divisor === 1 && Math.abs(value) >= LONG ? { sign } : { scale, decimals, symbol: false, sign },
  );
}
