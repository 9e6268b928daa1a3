import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import {
  type ValueScale,
  decimalsOf,
  decimalsToTell,
  distanceTo,
  formatValue,
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
    .filter((value) => typeof value === "number");
  const greatest = Math.max(0, ...typical.map(Math.abs));
  // From ten times the divisor on, so that a column keeps its digits: 5,069 stays, 36,627 becomes 36.6 k but no 3.66万.
  const whole = valueScale(typical, language);
  const scale = greatest < 10 * whole.divisor ? valueScale([0], language) : whole;
  const usual = greatest === 0 ? 1 : decimalsOf(greatest, scale);
  // Quartiles that lie close together are told apart: 4.2497 and 4.2503 are not both 4.2.
  const spreads = sides.map(({ p25, p75 }) => distanceTo(p25 ?? 0, [p75]) / 4);
  return { language, scale, decimals: Math.max(usual, decimalsToTell(Math.min(...spreads), scale)) };
}

/** A value in its column; the header carries the scale's symbol. */
export function writeValue({ language, scale, decimals }: ValueColumn, value: number): string {
  return formatValue(value, language, { scale, decimals, symbol: false });
}

/** A difference of values in their column, with its sign. */
export function writeChange({ language, scale, decimals }: ValueColumn, change: number): string {
  return formatValue(change, language, { scale, decimals, symbol: false, sign: "exceptZero" });
}
