import type { FrozenCells, FrozenFeature, FrozenHistogram } from "../../artifact/index.js";
import { restStatisticsRanks, statisticsRanks } from "../ranks/needed-ranks.js";
import { sketchPlace } from "../ranks/quantile-sketch.js";
import { Ruler } from "../ranks/ruler.js";
import { DensityGrid } from "../shape/density-grid.js";
import type { Scan } from "../values/value-reader.js";
import { WithoutPoints } from "../values/without-points.js";
import { firstLook } from "./first-look.js";
import type { NumberScan } from "./number-scan.js";
import { restRanks } from "./rest-ranks.js";

/** A frozen feature that has finite values. */
export type FrozenNumbers = FrozenFeature & { histogram: FrozenHistogram; cells: FrozenCells };

/** Counts a column into the bins, cells and display edges of a frozen feature: they are known before the first pass. */
export function* scanAgainst(frozen: FrozenNumbers): Scan<NumberScan> {
  const frozenPoints = frozen.bins.flatMap(({ type, value }) => (type === "point" ? [Number(value)] : []));
  const ruler = new Ruler(marksOf(frozen, frozenPoints));
  const place = sketchPlace(frozen.statistics);
  const source = yield* firstLook({ place, points: frozenPoints, ruler });
  const { summary, moments, distinct, distinctError } = source;
  const points = frozenPoints.map((value) => ({ value, count: ruler.at(value), below: ruler.below(value) }));
  const present = points.filter(({ count }) => count > 0).length;
  const withoutPoints = frozenPoints.length === 0 ? null : source.without(frozenPoints);
  const drawn = { ...(withoutPoints ?? { summary, moments }), distinct: distinct - present };
  const toRank = restRanks(points);
  const density = DensityGrid.for(frozen.histogram, drawn);
  const isDrawn = density === null || source.draw(density, frozenPoints);
  const valueAt = yield* source.valuesAt(
    [...statisticsRanks(summary.count), ...restStatisticsRanks(drawn.summary.count).map(toRank)],
    isDrawn ? [] : [new WithoutPoints(frozenPoints, [density])],
  );
  return {
    summary,
    moments,
    distinct,
    distinctError,
    different: source.different,
    valueAt,
    points: points.map(({ value, count }) => ({ value, count })),
    rest: { ...drawn, valueAt: (rank) => valueAt(toRank(rank)) },
    sketch: place === null ? null : source.sketch(place),
    ruler,
    display: frozen.histogram,
    density,
    own: null,
  };
}

function marksOf({ bins, histogram, cells }: FrozenNumbers, points: readonly number[]): number[] {
  const cuts = bins.flatMap(({ low, high }) => [low, high]).filter((edge) => edge !== null);
  return [...points, ...cuts, ...histogram.edges, ...cells.edges];
}
