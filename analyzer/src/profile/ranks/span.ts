/** Some neighbouring values in the sorted order of a column, known by their ends. */
export interface Span {
  /** Not above the least value. */
  low: number;
  /** Not below the greatest value. */
  high: number;
  /** Values below the span. */
  below: number;
  /** Values in the span. */
  count: number;
}

/** The span that holds a rank (0-based), of spans in ascending order. */
export function spanAt<S extends Span>(spans: readonly S[], rank: number): S | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const span = spans[middle]!;
    if (span.below + span.count <= rank) low = middle + 1;
    else high = middle;
  }
  return spans[low];
}
