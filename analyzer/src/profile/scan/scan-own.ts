import type { FrozenBin } from "../../artifact/index.js";
import { cellRanks, cutRanks, distinctCuts, isPoint } from "../../drift/index.js";
import { quantileRanks } from "../../statistics/quantile.js";
import { restStatisticsRanks, statisticsRanks } from "../ranks/needed-ranks.js";
import { Ruler } from "../ranks/ruler.js";
import { cellEdges } from "../shape/cell-edges.js";
import { Clipped } from "../shape/clipped.js";
import { DensityGrid } from "../shape/density-grid.js";
import { Moments } from "../values/moments.js";
import { Summary } from "../values/summary.js";
import type { Scan } from "../values/value-reader.js";
import { WithoutPoints } from "../values/without-points.js";
import { firstLook } from "./first-look.js";
import type { NumberScan } from "./number-scan.js";
import { DISPLAY_ENDS, ownDisplay } from "./own-display.js";
import { restRanks } from "./rest-ranks.js";

/** Finds bins, cells and display edges of a column's own and counts it into them. Points in time have no points. */
export function* scanOwn(kind: "numeric" | "datetime"): Scan<NumberScan> {
  const source = yield* firstLook(null);
  const { summary, moments, distinct, distinctError } = source;
  const n = summary.count;
  const frequent = kind === "numeric" ? yield* source.frequent() : [];
  const points = frequent.filter(({ count }) => isPoint(count, n));
  const pointValues = points.map(({ value }) => value);
  const m = points.reduce((rest, { count }) => rest - count, n);
  const toRank = restRanks(points);
  const known = points.length === 0 ? { summary, moments } : source.without(pointValues);
  const withoutPoints = known ?? { summary: new Summary(), moments: new Moments() };
  const valueAt = yield* source.valuesAt(
    [...neededRanks(n), ...neededRestRanks(n, m).map(toRank)],
    known === null ? [new WithoutPoints(pointValues, [withoutPoints.summary, withoutPoints.moments])] : [],
  );
  const rest = {
    ...withoutPoints,
    distinct: distinct - points.length,
    valueAt: (rank: number): number => valueAt(toRank(rank)),
  };
  const shown = m === 0 ? { summary, valueAt } : rest;
  const display = n === 0 ? null : ownDisplay(kind, shown, summary.integer);
  const cuts = m === 0 ? [] : distinctCuts(cutRanks(n, m).map(rest.valueAt), rest.valueAt(0));
  const cells = n === 0 ? null : cellEdges({ count: n, max: summary.max, integer: summary.integer, valueAt });
  const ruler = new Ruler([...pointValues, ...cuts, ...(display?.edges ?? []), ...(cells?.edges ?? [])]);
  const density = display === null ? null : DensityGrid.for(display, rest);
  const clipped = cells === null ? null : new Clipped(cells.clipLow, cells.clipHigh);
  const isDrawn = density === null || source.draw(density, pointValues);
  yield* source.measure(ruler, [
    ...(isDrawn ? [] : [new WithoutPoints(pointValues, [density])]),
    ...(clipped === null ? [] : [clipped]),
  ]);
  return {
    summary,
    moments,
    distinct,
    distinctError,
    different: source.different,
    valueAt,
    points: points.map(({ value, count }) => ({ value, count })),
    rest,
    sketch: null,
    ruler,
    display,
    density,
    own: {
      bins: numberBins(cuts, pointValues),
      cells: cells === null ? null : { ...cells, clippedStd: clipped?.moments.std ?? 0 },
    },
  };
}

/** Ranks among all n values. */
function neededRanks(n: number): number[] {
  return [...statisticsRanks(n), ...cellRanks(n), ...displayRanks(n)];
}

/** Ranks among the m values that are no points. */
function neededRestRanks(n: number, m: number): number[] {
  if (m === 0) return [];
  return [0, ...cutRanks(n, m), ...displayRanks(m), ...restStatisticsRanks(m)];
}

/** Ranks among n values that display edges need beside those of the statistics. */
function displayRanks(n: number): number[] {
  return DISPLAY_ENDS.flatMap((level) => quantileRanks(n, level));
}

function numberBins(cuts: readonly number[], points: readonly number[]): FrozenBin[] {
  const bin = { low: null, high: null, value: null, reference: 0 };
  const ends = [null, ...cuts, null];
  return [
    ...ends.slice(1).map((high, i) => ({ ...bin, type: "interval" as const, low: ends[i] ?? null, high })),
    ...points.map((value) => ({ ...bin, type: "point" as const, value })),
    { ...bin, type: "missing" as const },
    { ...bin, type: "infinite" as const },
  ];
}
