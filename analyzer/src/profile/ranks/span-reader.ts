import { BLOCK, Kernel } from "../kernel.js";
import { firstNotBelow } from "../values/first-not-below.js";
import type { ValueReader } from "../values/value-reader.js";
import { KeyIndex } from "./key-index.js";
import type { Span } from "./span.js";
import { ValueKeys } from "./value-keys.js";

/** Flag of the keys that hold a span. */
const WANTED = 1;

/** Some values of one key. */
export interface KeySpan extends Span {
  key: number;
}

/** A part of a span: it learns its own ends, so that the next pass cuts finer. */
interface Parts {
  counts: Float64Array;
  least: Float64Array;
  greatest: Float64Array;
}

/** Gathers the values of small spans and cuts large ones into parts with as many doubles each, so that neither great nor tiny
 * values crowd in one. Sees each value once, one row each. */
export class SpanReader implements ValueReader {
  readonly #spans: readonly KeySpan[];
  readonly #keys: ValueKeys;
  readonly #lows: Float64Array;
  readonly #highs: Float64Array;
  readonly #starts: Uint32Array;
  readonly #gathered: (Float64Array | null)[];
  readonly #lengths: Float64Array;
  readonly #parts: (Parts | null)[];

  /**
   * @param spans ascending
   * @param most values gathered at most
   * @param parts parts made at most
   */
  constructor(keys: ValueKeys, spans: readonly KeySpan[], most: number, parts: number) {
    const total = spans.reduce((sum, span) => sum + span.count, 0);
    const gathers = (span: KeySpan): boolean => total <= most || span.count * spans.length <= most;
    const cuts = spans.filter((span) => !gathers(span)).length;
    this.#keys = new ValueKeys(keys.place, new Kernel());
    for (const { key } of spans) this.#keys.kernel.flags[key] = WANTED;
    this.#spans = spans;
    this.#lows = Float64Array.from(spans, (span) => span.low);
    this.#highs = Float64Array.from(spans, (span) => span.high);
    this.#gathered = spans.map((span) => (gathers(span) ? new Float64Array(span.count) : null));
    this.#lengths = new Float64Array(spans.length);
    this.#parts = spans.map((span) =>
      gathers(span) ? null : emptyParts(Math.max(2, Math.floor(parts / cuts))),
    );
    this.#starts = new KeyIndex(
      keys,
      spans.map((span) => span.key),
    ).starts;
  }

  add(values: Float64Array): void {
    const [keys, starts] = [this.#keys, this.#starts];
    const { run, places, values: block } = keys.kernel;
    for (let from = 0; from < values.length; from += BLOCK) {
      const flagged = run.findFlagged(keys.find(values, null, from), WANTED);
      for (let i = 0; i < flagged; i++) {
        const place = places[i]!;
        const key = keys.found[place]!;
        const value = block[place]!;
        const end = starts[key + 1]!;
        let span = starts[key]!;
        if (end - span > 1) span = firstNotBelow(this.#highs, value, span, end);
        if (span < end && value >= this.#lows[span]! && value <= this.#highs[span]!) this.#count(span, value);
      }
    }
  }

  /** What the spans became: gathered ones with their sorted values, cut ones as their parts that have values. */
  *results(): Generator<KeySpan & { values: Float64Array | null }> {
    for (const [i, span] of this.#spans.entries()) {
      const values = this.#gathered[i] ?? null;
      if (values !== null) yield { ...span, values: values.sort() };
      const parts = this.#parts[i] ?? null;
      if (parts === null) continue;
      let { below } = span;
      for (const [part, count] of parts.counts.entries()) {
        if (count === 0) continue;
        yield {
          key: span.key,
          low: parts.least[part]!,
          high: parts.greatest[part]!,
          below,
          count,
          values: null,
        };
        below += count;
      }
    }
  }

  #count(span: number, value: number): void {
    const gathered = this.#gathered[span]!;
    if (gathered !== null) {
      gathered[this.#lengths[span]!++] = value;
      return;
    }
    const parts = this.#parts[span]!;
    const low = this.#lows[span]!;
    const last = parts.counts.length - 1;
    const share = doublesFrom(low, value) / doublesFrom(low, this.#highs[span]!);
    const part = Math.min(last, Math.floor(share * parts.counts.length));
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

const double = new Float64Array(1);
const words = new Uint32Array(double.buffer);

/** How many doubles lie from one up to another. */
function doublesFrom(low: number, high: number): number {
  double[0] = low;
  const sign = low < 0 ? -1 : 1;
  const [upper, lower] = [sign * (words[1]! & 0x7fffffff), sign * words[0]!];
  double[0] = high;
  const other = high < 0 ? -1 : 1;
  return (other * (words[1]! & 0x7fffffff) - upper) * 2 ** 32 + (other * words[0]! - lower);
}
