/** Scale of the x axis; time is linear in milliseconds. */
export type AxisScale = "linear" | "log";

/**
 * The same mapping from values to px as the drawn scale, for what is placed before drawing: labels, ticks, lane.
 * @param domain low and high end; both above 0 for `log`
 */
export function positionScale(
  type: AxisScale,
  domain: readonly [number, number],
  range: readonly [number, number],
): (value: number) => number {
  const transform = type === "log" ? Math.log : (value: number): number => value;
  const low = transform(domain[0]);
  const span = transform(domain[1]) - low;
  return (value) =>
    span === 0
      ? (range[0] + range[1]) / 2
      : range[0] + ((transform(value) - low) / span) * (range[1] - range[0]);
}
