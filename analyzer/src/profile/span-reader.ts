import { BucketIndex } from "./bucket-index.js";
import { bucketOf } from "./ordered-histogram.js";
import type { Span } from "./span.js";
import type { ValueReader } from "./value-reader.js";

/** A part of a span: it learns its own ends, so that the next pass cuts finer. */
interface Parts {
  counts: Float64Array;
  least: Float64Array;
  greatest: Float64Array;
}

/** Gathers the values of small spans and cuts large ones into parts of equal width. Sees each value once, one row each. */
export class SpanReader implements ValueReader {
  readonly #spans: readonly Span[];
  readonly #lows: Float64Array;
  readonly #highs: Float64Array;
  readonly #index: BucketIndex;
  readonly #gathered: (Float64Array | null)[];
  readonly #lengths: Float64Array;
  readonly #parts: (Parts | null)[];

  /**
   * @param spans ascending, none across buckets
   * @param most values gathered at most
   * @param parts parts made at most
   */
  constructor(spans: readonly Span[], most: number, parts: number) {
    const total = spans.reduce((sum, span) => sum + span.count, 0);
    const gathers = (span: Span): boolean => total <= most || span.count * spans.length <= most;
    const cuts = spans.filter((span) => !gathers(span)).length;
    this.#spans = spans;
    this.#lows = Float64Array.from(spans, (span) => span.low);
    this.#highs = Float64Array.from(spans, (span) => span.high);
    this.#gathered = spans.map((span) => (gathers(span) ? new Float64Array(span.count) : null));
    this.#lengths = new Float64Array(spans.length);
    this.#parts = spans.map((span) =>
      gathers(span) ? null : emptyParts(Math.max(2, Math.floor(parts / cuts))),
    );
    this.#index = new BucketIndex(this.#lows);
  }

  add(values: Float64Array): void {
    const words = new Uint32Array(values.buffer, values.byteOffset, 2 * values.length);
    for (let i = 0; i < values.length; i++) {
      const bucket = bucketOf(words[2 * i + 1]!);
      const end = this.#index.end(bucket);
      let span = this.#index.start(bucket);
      if (span === end) continue;
      const value = values[i]!;
      if (end - span > 1) span = this.#find(value, span, end);
      if (span < end && value >= this.#lows[span]! && value <= this.#highs[span]!) this.#count(span, value);
    }
  }

  /** What the spans became: gathered ones with their sorted values, cut ones as their parts that have values. */
  *results(): Generator<Span & { values: Float64Array | null }> {
    for (const [i, span] of this.#spans.entries()) {
      const values = this.#gathered[i] ?? null;
      if (values !== null) yield { ...span, values: values.sort() };
      const parts = this.#parts[i] ?? null;
      if (parts === null) continue;
      let { below } = span;
      for (const [part, count] of parts.counts.entries()) {
        if (count === 0) continue;
        yield { low: parts.least[part]!, high: parts.greatest[part]!, below, count, values: null };
        below += count;
      }
    }
  }

  /** The first span from `low` to `end` whose high end is not below the value. */
  #find(value: number, low: number, end: number): number {
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#highs[middle]! < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #count(span: number, value: number): void {
    const gathered = this.#gathered[span]!;
    if (gathered !== null) {
      gathered[this.#lengths[span]!++] = value;
      return;
    }
    const parts = this.#parts[span]!;
    const low = this.#lows[span]!;
    const width = this.#highs[span]! - low;
    const last = parts.counts.length - 1;
    const part = Math.min(last, Math.floor(((value - low) / width) * parts.counts.length));
    parts.counts[part]!++;
    if (value < parts.least[part]!) parts.least[part] = value;
    if (value > parts.greatest[part]!) parts.greatest[part] = value;
  }
}

function emptyParts(length: number): Parts {
  return {
    counts: new Float64Array(length),
    least: new Float64Array(length).fill(Infinity),
    greatest: new Float64Array(length).fill(-Infinity),
  };
}
