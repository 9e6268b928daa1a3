import type { CellCounts, FrozenFeature } from "../../src/artifact/index.js";
import type { FeatureCounts } from "../../src/drift/index.js";

/**
 * Counts rows in frozen bins and cells, one comparison after the other: slow, short, for tests.
 * @param rows null is missing
 */
export function countByHand(frozen: FrozenFeature, rows: readonly (number | string | null)[]): FeatureCounts {
  const index = new Map(frozen.bins.map(({ type, value }, i) => [value ?? type, i]));
  const intervals = frozen.bins.filter(({ type }) => type === "interval");
  const bins = frozen.bins.map(() => 0);
  const cells = frozen.cells === null ? null : emptyCells(frozen.cells.edges.length);
  const known = frozen.levels === null ? null : new Set(frozen.levels.map(({ value }) => value));
  const hasPoints = frozen.bins.some(({ type }) => type === "point");
  let unseen = 0;
  for (const row of rows) {
    bins[binOf(row)]!++;
    if (known !== null && typeof row === "string" && !known.has(row)) unseen++;
    if (cells !== null && typeof row === "number" && Number.isFinite(row)) {
      countInCells(cells, frozen.cells!.edges, row);
    }
  }
  return {
    rows: rows.length,
    bins,
    belowReference: cells?.below ?? null,
    aboveReference: cells?.above ?? null,
    cells,
    unseen: known === null ? null : unseen,
  };

  function binOf(row: number | string | null): number {
    if (row === null) return index.get("missing")!;
    if (typeof row === "string") return index.get(row) ?? index.get("other")!;
    if (!Number.isFinite(row)) return index.get("infinite")!;
    const point = hasPoints ? index.get(row) : undefined;
    if (point !== undefined) return point;
    let i = 0;
    while (i < intervals.length - 1 && row >= intervals[i]!.high!) i++;
    return i;
  }
}

function zeros(length: number): number[] {
  return Array.from({ length }, () => 0);
}

function emptyCells(edges: number): CellCounts {
  return { below: 0, above: 0, equal: zeros(edges), inside: zeros(edges - 1), sums: zeros(edges - 1) };
}

function countInCells(cells: CellCounts, edges: readonly number[], value: number): void {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  const edge = low - 1;
  if (edge < 0) cells.below++;
  else if (edges[edge] === value) cells.equal[edge]!++;
  else if (edge === edges.length - 1) cells.above++;
  else {
    cells.inside[edge]!++;
    cells.sums[edge]! += value - edges[edge]!;
  }
}
