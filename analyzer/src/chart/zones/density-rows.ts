import type { ChartRow } from "../chart-types.js";
import type { NumericFrame } from "./numeric-frame.js";

/** A curve that has more of the bars' rows elsewhere than this is not their shape. */
const MOST_ELSEWHERE = 0.25;

/**
 * The current run's density on the bars' scale, as rows of `x` and `share`. Null without one, on a logarithmic axis, and where it does
 * not follow the bars: its one bandwidth, made for a single hump, smears two that lie far apart, or a long tail.
 */
export function densityRows({ bins, scale, histogram }: NumericFrame): ChartRow[] | null {
  const { density } = histogram.current;
  if (density === null || scale === "log") return null;
  const width = ((histogram.edges.at(-1) ?? 1) - (histogram.edges[0] ?? 0)) / bins.length;
  const { x, y } = density;
  const [first, last] = [x[0] ?? 0, x.at(-1) ?? 0];
  // At the nearest of its points; nothing beyond them.
  const at = (value: number): number =>
    width * (y[Math.round(((value - first) / (last - first)) * (x.length - 1))] ?? 0);
  const inBars = bins.reduce((sum, { current }) => sum + current, 0);
  const elsewhere = bins.reduce(
    (sum, { low, high, current }) => sum + Math.abs(current - at((low + high) / 2)) / 2,
    0,
  );
  return elsewhere > MOST_ELSEWHERE * inBars
    ? null
    : x.map((value, i) => ({ x: value, share: (y[i] ?? 0) * width }));
}
