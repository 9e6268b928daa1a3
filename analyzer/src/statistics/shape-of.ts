import type { HistogramSide, Shape } from "../artifact/index.js";
import type { Distribution } from "./distribution-of.js";

/** Shares of a miniature at most. */
const SHARES = 25;

/**
 * The miniature of a distribution: display bins joined in pairs, or the 25 first levels, as shares of all rows of their side.
 * Null where there is nothing to draw.
 */
export function shapeOf({ histogram, levels, rows }: Distribution): Shape | null {
  if (histogram !== null) {
    const { current, reference } = histogram;
    const join = (side: HistogramSide, of: number): number[] => shares(joined(side.counts), of);
    return {
      type: "bins",
      current: join(current, rows.current),
      reference: reference === null ? null : join(reference, rows.reference ?? 0),
    };
  }
  if (levels === null || levels.length === 0) return null;
  const first = levels.slice(0, SHARES);
  const hasReference = first.some((level) => level.reference !== null);
  return {
    type: "levels",
    current: shares(
      first.map((level) => level.current),
      rows.current,
    ),
    reference: hasReference
      ? shares(
          first.map((level) => level.reference ?? 0),
          rows.reference ?? 0,
        )
      : null,
  };
}

/** Neighbours in pairs, as long as there are more than fit. */
function joined(counts: readonly number[]): number[] {
  if (counts.length <= SHARES) return [...counts];
  return joined(
    Array.from({ length: Math.ceil(counts.length / 2) }, (_, i) => counts[2 * i]! + (counts[2 * i + 1] ?? 0)),
  );
}

function shares(counts: readonly number[], rows: number): number[] {
  return counts.map((count) => (rows === 0 ? 0 : count / rows));
}
