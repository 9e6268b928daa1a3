import type { FrozenBin } from "../artifact/index.js";
import { cellRanks, cutRanks, distinctCuts, isPoint } from "../drift/index.js";
import { quantile, quantileRanks } from "../statistics/quantile.js";
import { Clipped } from "./clipped.js";
import { DensityGrid } from "./density-grid.js";
import { displayEdges } from "./display-edges.js";
import { firstLook } from "./first-look.js";
import { Moments } from "./moments.js";
import { restStatisticsRanks, statisticsRanks } from "./needed-ranks.js";
import type { NumberScan } from "./number-scan.js";
import { restRanks } from "./rest-ranks.js";
import { Ruler } from "./ruler.js";
import { Summary } from "./summary.js";
import type { Scan } from "./value-reader.js";
import { WithoutPoints } from "./without-points.js";

/** Ends of the display range and of the clipped range. */
const [LOW, HIGH] = [0.001, 0.999];

/** Finds bins, cells and display edges of a column's own and counts it into them. Points in time have no points. */
export function* scanOwn(kind: "numeric" | "datetime"): Scan<NumberScan> {
  const source = yield* firstLook([]);
  const { summary, moments, distinct } = source;
  const n = summary.count;
  const frequent = kind === "numeric" ? yield* source.frequent() : [];
  const points = frequent.filter(({ count }) => isPoint(count, n));
  const pointValues = points.map(({ value }) => value);
  const m = points.reduce((rest, { count }) => rest - count, n);
  const withoutPoints = { summary: new Summary(), moments: new Moments() };
  const toRank = restRanks(points);
  const restNeeded = [0, m - 1, ...cutRanks(n, m), ...quantileRanks(m, LOW), ...quantileRanks(m, HIGH)];
  const needed = [
    ...statisticsRanks(n),
    ...cellRanks(n),
    ...quantileRanks(n, LOW),
    ...quantileRanks(n, HIGH),
  ];
  const valueAt = yield* source.valuesAt(
    m === 0 ? needed : [...needed, ...[...restNeeded, ...restStatisticsRanks(m)].map(toRank)],
    points.length === 0
      ? []
      : [new WithoutPoints(pointValues, [withoutPoints.summary, withoutPoints.moments])],
  );
  const drawn = {
    ...(points.length === 0 ? { summary, moments } : withoutPoints),
    distinct: distinct === null ? null : distinct - points.length,
  };
  const restAt = (rank: number): number => valueAt(toRank(rank));
  const [shown, shownAt] = m === 0 ? [summary, valueAt] : [drawn.summary, restAt];
  const edgeAt = (p: number): number => quantile(shown.count, p, shownAt) ?? 0;
  const display =
    n === 0
      ? null
      : displayEdges(kind, {
          ...extremes(shown),
          integer: summary.integer,
          low: edgeAt(LOW),
          high: edgeAt(HIGH),
        });
  const cuts = m === 0 ? [] : distinctCuts(cutRanks(n, m).map(restAt), restAt(0));
  const cells = n === 0 ? null : cellEdges(n, summary, valueAt);
  const ruler = new Ruler([...pointValues, ...cuts, ...(display?.edges ?? []), ...(cells?.edges ?? [])]);
  const density = display === null ? null : DensityGrid.for(display, drawn);
  const clipped = cells === null ? null : new Clipped(cells.clipLow, cells.clipHigh);
  yield* source.feed([
    ruler,
    ...(density === null ? [] : [new WithoutPoints(pointValues, [density])]),
    ...(clipped === null ? [] : [clipped]),
  ]);
  return {
    summary,
    moments,
    distinct,
    valueAt,
    points: points.map(({ value, count }) => ({ value, count })),
    rest: { ...drawn, valueAt: restAt },
    ruler,
    display,
    density,
    own: {
      bins: numberBins(cuts, pointValues),
      cells: cells === null ? null : { ...cells, clippedStd: clipped?.moments.std ?? 0 },
    },
  };
}

function extremes({ min, max }: Summary): { min: number; max: number } {
  return { min, max };
}

function cellEdges(n: number, { max }: Summary, valueAt: (rank: number) => number) {
  const clipLow = quantile(n, LOW, valueAt) ?? 0;
  const clipHigh = quantile(n, HIGH, valueAt) ?? 0;
  const edges = new Set([...cellRanks(n).map(valueAt), clipLow, clipHigh, max]);
  return { edges: [...edges].sort((a, b) => a - b), clipLow, clipHigh };
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
