/** A rest may be so many times as large as the largest bar; beyond, it is cut, and its figure says how large it is. */
const LARGEST = 2;
/** Room above the largest bar where a rest is cut. */
const AIR = 1.1;

/**
 * How far a scale reaches that is made for bars and must also hold a rest: what lies beyond an axis, or all rare levels together.
 * A rest that would squeeze the bars does not stretch it.
 * @returns a share above 0
 */
export function roomFor(bars: readonly number[], rest: readonly number[]): number {
  const most = Math.max(0, ...bars);
  const others = Math.max(0, ...rest);
  if (most === 0) return Math.max(others, 1e-9);
  return others <= LARGEST * most ? Math.max(most, others) : most * AIR;
}
