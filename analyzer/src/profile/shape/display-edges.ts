import type { HistogramScale } from "../../artifact/index.js";
import { timeEdges } from "./time-edges.js";

/** Bins of a histogram at most. */
export const BINS = 50;
/** Part of the range by which it is widened. */
const MARGIN = 0.05;
/** Above this ratio of high to low a positive feature may have a logarithmic scale. */
const DECADES = 1000;
/** Beyond, a double cannot hold an integer and a half. */
const GREATEST_INTEGER = 2 ** 52;

/** What display edges are made of: finite values that are no points (all finite values where there are no others). */
export interface DisplayRange {
  /** Whether all are whole numbers. */
  integer: boolean;
  min: number;
  /** Quantile 0.001, or one closer to the middle. */
  low: number;
  /** Quantile 0.5. */
  median: number;
  /** Quantile 0.999, or one closer to the middle. */
  high: number;
  max: number;
}

/** Scale and ascending edges of the display bins. */
export interface DisplayEdges {
  scale: HistogramScale;
  edges: number[];
}

/**
 * Display bins as the contract has them: 50 of equal width over the range, widened by 5 % within the extremes; whole
 * widths around integers; equal in the logarithm where all values are positive, span more than three decades and crowd at the low end.
 */
export function displayEdges(kind: "numeric" | "datetime", range: DisplayRange, bins = BINS): DisplayEdges {
  const { integer, min, low, high, max } = range;
  if (kind === "datetime") return { scale: "time", edges: timeEdges(...widen(range), bins) };
  if (min > 0 && high / low > DECADES && isSkewed(range)) {
    const [from, to] = widen({
      min: Math.log(min),
      low: Math.log(low),
      high: Math.log(high),
      max: Math.log(max),
    });
    const first = from === Math.log(min) ? min : Math.exp(from);
    const last = to === Math.log(max) ? max : Math.exp(to);
    const edges = spread(Math.log(first), Math.log(last), bins).map(Math.exp);
    return { scale: "log", edges: ascending([first, ...edges.slice(1, -1), last]) };
  }
  const [from, to] = widen(range);
  if (integer && Math.max(-from, to) <= GREATEST_INTEGER)
    return { scale: "linear", edges: integerEdges(from, to, bins) };
  if (from < to) return { scale: "linear", edges: ascending(spread(from, to, bins)) };
  const half = Math.max(0.5, Math.abs(from) * 2 ** -40);
  const [first, last] = [Math.max(from - half, -Number.MAX_VALUE), Math.min(to + half, Number.MAX_VALUE)];
  return { scale: "linear", edges: ascending(spread(first, last, bins)) };
}

/**
 * Whether the median is nearer to the middle of the range in the logarithm: of amounts it is, of shares that happen to come close
 * to 0 it is not.
 */
function isSkewed({ low, median, high }: DisplayRange): boolean {
  const inLogarithm = (Math.log(median) - Math.log(low)) / (Math.log(high) - Math.log(low));
  const asItIs = (median - low) / (high - low);
  return Math.abs(inLogarithm - 0.5) < Math.abs(asItIs - 0.5);
}

/** The range with its margin, within the extremes; the extremes where it has no width. */
function widen({ min, low, high, max }: Omit<DisplayRange, "integer" | "median">): [number, number] {
  const margin = MARGIN * (high - low);
  const [from, to] = [Math.max(min, low - margin), Math.min(max, high + margin)];
  return from < to ? [from, to] : [min, max];
}

function integerEdges(from: number, to: number, most: number): number[] {
  const [first, last] = [Math.floor(from), Math.ceil(to)];
  const width = Math.ceil((last - first + 1) / most);
  const bins = Math.ceil((last - first + 1) / width);
  return Array.from({ length: bins + 1 }, (_, i) => first - 0.5 + i * width);
}

function spread(from: number, to: number, bins: number): number[] {
  const width = to - from;
  return Array.from({ length: bins + 1 }, (_, i) => {
    if (i === bins) return to;
    const part = i / bins;
    return Number.isFinite(width) ? from + width * part : from * (1 - part) + to * part;
  });
}

/** Without edges that fall together, where doubles are coarser than bins. */
function ascending(edges: readonly number[]): number[] {
  return edges.filter((edge, i) => i === 0 || edge > edges[i - 1]!);
}
