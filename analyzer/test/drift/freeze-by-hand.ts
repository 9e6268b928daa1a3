import type { FrozenBin, FrozenCells, FrozenFeature } from "../../src/artifact/index.js";
import {
  cellRanks,
  cutRanks,
  distinctCuts,
  type FeatureCounts,
  isPoint,
  levelCut,
} from "../../src/drift/index.js";
import { countByHand } from "./count-by-hand.js";
import { statisticsOf } from "./statistics-by-hand.js";

const bin = (type: FrozenBin["type"], part: Partial<FrozenBin> = {}): FrozenBin => ({
  type,
  low: null,
  high: null,
  value: null,
  reference: 0,
  ...part,
});

/**
 * Freezes numeric rows from sorted arrays, as DESIGN.md 5 says it: slow, short, for tests.
 * @param rows null is missing
 * @param options `binsOnly` spares statistics and all cells but one, from the least to the greatest value, for simulations
 */
export function freezeNumbers(rows: readonly (number | null)[], { binsOnly = false } = {}): FrozenFeature {
  const finite = sorted(rows.filter((row): row is number => Number.isFinite(row)));
  const points = pointsOf(finite);
  const others = points.length === 0 ? finite : finite.filter((value) => !points.includes(value));
  const cuts = distinctCuts(
    cutRanks(finite.length, others.length).map((rank) => others[rank]!),
    others[0] ?? Number.NaN,
  );
  const edges = [null, ...cuts, null];
  const bins = [
    ...edges.slice(1).map((high, i) => bin("interval", { low: edges[i]!, high })),
    ...points.map((value) => bin("point", { value })),
    bin("missing"),
    bin("infinite"),
  ];
  const cells = cellsOf(finite, binsOnly ? [0] : cellRanks(finite.length));
  return frozenFeature(
    { kind: "numeric", bins, cells, statistics: statisticsOf(binsOnly ? [] : rows, points) },
    (frozen) => countByHand(frozen, rows),
  );
}

/** Freezes levels. @param rows null is missing */
export function freezeLevels(rows: readonly (string | null)[], { binsOnly = false } = {}): FrozenFeature {
  const counts = new Map<string, number>();
  for (const row of rows) if (row !== null) counts.set(row, (counts.get(row) ?? 0) + 1);
  const levels = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
  const cut = levelCut([...counts.values()], rows.length);
  const own = levels.filter(({ count }) => count >= cut);
  const bins = [...own.map(({ value }) => bin("category", { value })), bin("other"), bin("missing")];
  return frozenFeature(
    { kind: "categorical", bins, levels, statistics: statisticsOf(binsOnly ? [] : rows, []) },
    (frozen) => countByHand(frozen, rows),
  );
}

function frozenFeature(
  part: Pick<FrozenFeature, "kind" | "bins" | "statistics"> & Partial<FrozenFeature>,
  count: (frozen: FrozenFeature) => FeatureCounts,
): FrozenFeature {
  const frozen: FrozenFeature = {
    name: "feature",
    status: "ok",
    integer: null,
    referenceId: "0".repeat(64),
    histogram: null,
    cells: null,
    levels: null,
    levelsSeenOnce: part.levels?.filter(({ count }) => count === 1).length ?? null,
    ...part,
  };
  const counts = count(frozen);
  return {
    ...frozen,
    bins: frozen.bins.map((bin, i) => ({ ...bin, reference: counts.bins[i]! })),
    cells: frozen.cells === null ? null : { ...frozen.cells, ...counts.cells },
  };
}

function pointsOf(sorted: Float64Array): number[] {
  const points: { value: number; count: number }[] = [];
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (sorted[end] === sorted[start]) end++;
    if (isPoint(end - start, sorted.length)) points.push({ value: sorted[start]!, count: end - start });
  }
  return points.sort((a, b) => b.count - a.count).map(({ value }) => value);
}

function cellsOf(finite: Float64Array, ranks: readonly number[]): FrozenCells | null {
  if (finite.length === 0) return null;
  const clipLow = quantile(finite, 0.001);
  const clipHigh = quantile(finite, 0.999);
  const ranked = ranks.map((rank) => finite[rank]!);
  const edges = [...new Set([...ranked, finite.at(-1)!, clipLow, clipHigh])].sort((a, b) => a - b);
  const clipped = finite.map((value) => Math.min(clipHigh, Math.max(clipLow, value)));
  const mean = clipped.reduce((a, b) => a + b, 0) / clipped.length;
  const squares = clipped.reduce((total, value) => total + (value - mean) ** 2, 0);
  const clippedStd = clipLow === clipHigh ? 0 : Math.sqrt(squares / (clipped.length - 1));
  return { edges, clipLow, clipHigh, clippedStd, below: 0, above: 0, equal: [], inside: [], sums: [] };
}

function quantile(values: Float64Array, probability: number): number {
  const position = (values.length - 1) * probability;
  const low = values[Math.floor(position)]!;
  return low + (values[Math.ceil(position)]! - low) * (position - Math.floor(position));
}

function sorted(values: readonly number[]): Float64Array {
  return Float64Array.from(values, (value) => value + 0).sort();
}
