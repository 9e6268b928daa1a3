/** Neighbouring bins that fill the x axis: `first` is in, `end` is not. Null stands for all bins. */
export interface Zoom {
  first: number;
  end: number;
}

/** So few bins are always left in view. */
const FEWEST = 5;

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function zoomOf(first: number, span: number, bins: number): Zoom | null {
  if (span >= bins) return null;
  const start = clamp(first, 0, bins - span);
  return { first: start, end: start + span };
}

/**
 * A closer or wider view around a bin, which keeps its place on the axis. Never beyond the data, never below 5 bins.
 * @param factor of the bins in view: below 1 closer, above 1 wider
 */
export function zoomAround(zoom: Zoom | null, bins: number, centre: number, factor: number): Zoom | null {
  const { first, end } = zoom ?? { first: 0, end: bins };
  const span = end - first;
  const wanted = Math.round(span * factor);
  const next = clamp(
    factor < 1 ? Math.min(span - 1, wanted) : Math.max(span + 1, wanted),
    Math.min(FEWEST, bins),
    bins,
  );
  const place = clamp((centre + 0.5 - first) / span, 0, 1);
  return zoomOf(Math.round(centre + 0.5 - place * next), next, bins);
}

/** The view from one bin to another, both in it, in any order and clamped to the axis; widened to 5 bins. */
export function zoomTo(bins: number, from: number, to: number): Zoom | null {
  const ends = [from, to].map((bin) => clamp(bin, 0, bins - 1));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const span = clamp(high - low + 1, Math.min(FEWEST, bins), bins);
  return zoomOf(Math.round((low + high + 1 - span) / 2), span, bins);
}

/** The same view, moved as little as needed to hold a bin. */
export function zoomHolding(zoom: Zoom | null, bins: number, bin: number): Zoom | null {
  if (zoom === null || (bin >= zoom.first && bin < zoom.end)) return zoom;
  const span = zoom.end - zoom.first;
  return zoomOf(bin < zoom.first ? bin : bin - span + 1, span, bins);
}

/** Low and high end of the x axis in the feature's units; null for the whole of the edges. */
export function domainOf(zoom: Zoom | null, edges: readonly number[]): readonly [number, number] | null {
  return zoom === null ? null : [edges[zoom.first]!, edges[zoom.end]!];
}
