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

/** A curve with its name, and the other curve; heights in px of the chart zone, from the top. */
interface Curve {
  side: "current" | "reference";
  name: string;
  own: (bin: DrawnBin) => number;
  other: (bin: DrawnBin) => number;
}

interface Place {
  x: number;
  /** Baseline. */
  y: number;
  width: number;
  /** Lower is better. */
  cost: number;
}

/**
 * Writes the names of both sides at their curves, where each is the upper one or clear of the other, and without touching each
 * other. Rows of the data set `labels`; none where there is one side only.
 * @param y from a share to px
 */
export function placeCurveLabels(
  frame: NumericFrame,
  visible: readonly DrawnBin[],
  y: (share: number) => number,
): ChartRow[] {
  if (frame.statistics.reference === null) return [];
  const current = (bin: DrawnBin): number => y(bin.current);
  const reference = (bin: DrawnBin): number => y(bin.reference ?? 0);
  const { words } = frame;
  const curves: Curve[] = [
    { side: "current", name: words.current, own: current, other: reference },
    { side: "reference", name: words.reference, own: reference, other: current },
  ];
  const drawn = curves.filter(({ side }) => visible.some((bin) => (bin[side] ?? 0) > 0));
  const places = bestPlaces(drawn.map((curve) => placesOf(frame, visible, curve)));
  return drawn.flatMap(({ side, name }, i) => {
    const place = places[i];
    const style = { color: side, align: "center", size: SIZE, weight: 600 } as const;
    return place === undefined ? [] : [textRow(place.x, place.y, name, style)];
  });
}

/** All places for a name along its curve, with what speaks against each. */
function placesOf({ x, layout }: NumericFrame, visible: readonly DrawnBin[], curve: Curve): Place[] {
  const { side, name, own, other } = curve;
  const width = textWidth(name, SIZE, 600);
  const half = width / 2 + 8;
  const bins = visible.map((bin) => ({
    left: x(bin.low),
    right: x(bin.high),
    own: own(bin),
    other: other(bin),
  }));
  const places: Place[] = [];
  for (let center = layout.plotLeft + half; center <= layout.plotRight - half; center += STEP) {
    const under = bins.filter(({ left, right }) => right > center - half && left < center + half);
    if (under.length === 0) continue;
    const peak = under.reduce((best, each) => (each.own < best.own ? each : best));
    const others = under.map((bin) => bin.other);
    // Between bars and an outline well above them there is white; below an outline there may be bars.
    const isClear = others.every((top) => top > peak.own - 2 || top < peak.own - ABOVE - ASCENT - 6);
    const top = side === "current" && isClear ? peak.own : Math.min(peak.own, ...others);
    const aside = Math.abs((peak.left + peak.right) / 2 - center);
    const lead = Math.max(-40, Math.min(40, peak.other - peak.own));
    const height = Math.min(60, layout.histogram.bottom - peak.own);
    const above = Math.max(0, layout.histogram.top - (top - ABOVE - ASCENT));
    const cost = peak.own - top + aside * 0.3 - lead * 0.8 - height * 0.3 + above * 10;
    places.push({ x: center, y: top - ABOVE, width, cost });
  }
  return places.toSorted((a, b) => a.cost - b.cost);
}

/** The best place of each, of which no two touch. */
function bestPlaces([first = [], second]: readonly Place[][]): (Place | undefined)[] {
  if (second === undefined) return [first[0]];
  let best: (Place | undefined)[] = [first[0], second[0]];
  let cost = Infinity;
  for (const one of first) {
    for (const other of second) {
      if (one.cost + other.cost >= cost) break;
      if (touch(one, other)) continue;
      best = [one, other];
      cost = one.cost + other.cost;
    }
  }
  return best;
}

function touch(a: Place, b: Place): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 + 8 && Math.abs(a.y - b.y) < SIZE + 4;
}
