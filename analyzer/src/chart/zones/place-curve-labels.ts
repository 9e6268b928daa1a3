import type { ChartRow } from "../chart-types.js";
import { textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
import type { DrawnBin } from "./drawn-bin.js";
import type { NumericFrame } from "./numeric-frame.js";

const SIZE = 12;
const ABOVE = 6;
const ASCENT = 10;
/** Between places that are tried. */
const STEP = 4;

interface Place {
  x: number;
  y: number;
  width: number;
  /** Lower is better. */
  cost: number;
}

/**
 * Writes "current" and "reference" at their curves: above both, where the own curve is the upper one, and without touching
 * each other. Rows of the data set `labels`.
 * @param y from a share to px
 */
export function placeCurveLabels(
  frame: NumericFrame,
  visible: readonly DrawnBin[],
  y: (share: number) => number,
): ChartRow[] {
  const { words, statistics } = frame;
  const hasCurrent = visible.some(({ current }) => current > 0);
  const hasReference = visible.some(({ reference }) => (reference ?? 0) > 0);
  if (!hasReference && statistics.reference === null) return [];
  const places = (text: string, own: (bin: DrawnBin) => number, other: (bin: DrawnBin) => number): Place[] =>
    placesOf(
      frame,
      visible,
      textWidth(text, SIZE, 600),
      (bin) => y(own(bin)),
      (bin) => y(other(bin)),
    );
  const current = hasCurrent
    ? places(
        words.current,
        (bin) => bin.current,
        (bin) => bin.reference ?? 0,
      )
    : [];
  const reference = hasReference
    ? places(
        words.reference,
        (bin) => bin.reference ?? 0,
        (bin) => bin.current,
      )
    : [];
  const [a, b] = bestPair(current, reference);
  return [...labelRows(a, words.current, "current"), ...labelRows(b, words.reference, "reference")];
}

function labelRows(place: Place | undefined, text: string, color: "current" | "reference"): ChartRow[] {
  if (place === undefined) return [];
  return [textRow(place.x, place.y, text, { color, align: "center", size: SIZE, weight: 600 })];
}

function placesOf(
  { x, layout }: NumericFrame,
  visible: readonly DrawnBin[],
  width: number,
  own: (bin: DrawnBin) => number,
  other: (bin: DrawnBin) => number,
): Place[] {
  const half = width / 2 + 3;
  const places: Place[] = [];
  for (let center = layout.plotLeft + half; center <= layout.plotRight - half; center += STEP) {
    const under = visible.filter((bin) => x(bin.high) > center - half && x(bin.low) < center + half);
    const bin = under.find(({ high }) => x(high) > center) ?? under.at(-1);
    if (bin === undefined) continue;
    const top = Math.min(...under.map((each) => Math.min(own(each), other(each))));
    const gap = own(bin) - top;
    const lead = Math.max(-40, Math.min(40, other(bin) - own(bin)));
    const height = Math.min(60, layout.histogram.bottom - own(bin));
    const above = Math.max(0, layout.histogram.top - (top - ABOVE - ASCENT));
    places.push({ x: center, y: top - ABOVE, width, cost: gap - lead * 0.8 - height * 0.3 + above * 10 });
  }
  return places;
}

function bestPair(first: readonly Place[], second: readonly Place[]): [Place | undefined, Place | undefined] {
  const byCost = (places: readonly Place[]): Place[] => places.toSorted((a, b) => a.cost - b.cost);
  const [a, b] = [byCost(first), byCost(second)];
  let best: [Place | undefined, Place | undefined] = [a[0], b[0]];
  let cost = Infinity;
  for (const one of a) {
    for (const other of b) {
      if (one.cost + other.cost >= cost) break;
      if (overlap(one, other)) continue;
      best = [one, other];
      cost = one.cost + other.cost;
    }
  }
  return best;
}

function overlap(a: Place, b: Place): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + 8 && Math.abs(a.y - b.y) < SIZE + 4;
}
