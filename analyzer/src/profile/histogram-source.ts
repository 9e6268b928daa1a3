import type { ProfileDistinct } from "../artifact/index.js";
import { differentOf } from "./different-values.js";
import { DISTINCT_ERROR, DistinctSketch } from "./distinct-sketch.js";
import { Moments } from "./moments.js";
import { bucketRange, OrderedHistogram } from "./ordered-histogram.js";
import { type Span, spanAt } from "./span.js";
import { SpanReader } from "./span-reader.js";
import { Summary } from "./summary.js";
import type { Scan, ValueReader } from "./value-reader.js";
import type { Frequent, ValueSource } from "./value-source.js";

/** What one pass may keep of a column. */
interface Budget {
  /** Values gathered at most, 8 bytes each. */
  values: number;
  /** Parts made at most, 24 bytes each. */
  parts: number;
}

const BUDGET: Budget = { values: 2 ** 20, parts: 2 ** 18 };

interface Known extends Span {
  /** Sorted; null where the span is one value (low = high). */
  values: Float64Array | null;
}

/**
 * A column with many distinct values, in fixed memory: the first pass counts in the buckets of an ordered histogram, each further
 * one cuts only the buckets that hold a wanted rank, until a part has one value or its values are few enough to be sorted.
 */
export class HistogramSource implements ValueSource {
  readonly summary = new Summary();
  readonly moments = new Moments();
  readonly #different = new DistinctSketch();
  readonly #histogram = new OrderedHistogram();
  readonly #budget: Budget;

  constructor(budget: Budget = BUDGET) {
    this.#budget = budget;
  }

  /** The readers of the first pass. */
  get readers(): ValueReader[] {
    return [this.summary, this.moments, this.#different, this.#histogram];
  }

  get distinct(): number {
    return this.#different.estimate;
  }

  get distinctError(): number {
    return DISTINCT_ERROR * this.distinct;
  }

  get different(): ProfileDistinct {
    return differentOf(this.#different.registers);
  }

  *frequent(): Scan<Frequent[]> {
    const least = this.summary.count / 10;
    const found = yield* this.#search((span) => span.count >= least, []);
    const frequent: Frequent[] = [];
    for (const span of found) {
      for (const run of runsOf(span)) if (run.count >= least) frequent.push(run);
    }
    return frequent.sort((a, b) => b.count - a.count || a.value - b.value);
  }

  *valuesAt(ranks: Iterable<number>, riders: readonly ValueReader[]): Scan<(rank: number) => number> {
    const sorted = Float64Array.from(ranks).sort();
    const holdsRank = ({ below, count }: Span): boolean =>
      (firstFrom(sorted, below) ?? Infinity) < below + count;
    const found = yield* this.#search(holdsRank, riders);
    return (rank) => {
      const span = spanAt(found, rank);
      return span?.values?.[rank - span.below] ?? span?.low ?? NaN;
    };
  }

  *feed(readers: readonly ValueReader[]): Scan<void> {
    yield readers;
  }

  /** All spans that are wanted, cut until their values are known; ascending. */
  *#search(isWanted: (span: Span) => boolean, riders: readonly ValueReader[]): Scan<Known[]> {
    const known: Known[] = [];
    let open = this.#buckets(known, isWanted);
    let waiting = riders;
    while (open.length > 0 || waiting.length > 0) {
      const reader = new SpanReader(open, this.#budget.values, this.#budget.parts);
      yield [reader, ...waiting];
      waiting = [];
      open = [];
      for (const span of reader.results()) {
        if (!isWanted(span)) continue;
        if (span.values !== null || span.low === span.high) known.push(span);
        else open.push(span);
      }
    }
    return known.sort((a, b) => a.below - b.below);
  }

  /** The wanted buckets of the first pass. The one of zeros is known at once where it has nothing else. */
  #buckets(known: Known[], isWanted: (span: Span) => boolean): Span[] {
    const open: Span[] = [];
    let below = 0;
    const { counts } = this.#histogram;
    for (let bucket = 0; bucket < counts.length; bucket++) {
      const count = counts[bucket]!;
      if (count === 0) continue;
      const [low, high] = bucketRange(bucket);
      const span = { low, high, below, count };
      below += count;
      if (!isWanted(span)) continue;
      if (low === 0 && count === this.summary.zeros) known.push({ ...span, high: 0, values: null });
      else open.push(span);
    }
    return open;
  }
}

/** The least of sorted numbers that is not below another. */
function firstFrom(sorted: Float64Array, least: number): number | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}

/** The different values of a known span with their rows. */
function* runsOf({ low, below, count, values }: Known): Generator<Frequent> {
  if (values === null) {
    yield { value: low, count, below };
    return;
  }
  let start = 0;
  for (let i = 1; i <= values.length; i++) {
    if (i < values.length && values[i] === values[start]) continue;
    yield { value: values[start]!, count: i - start, below: below + start };
    start = i;
  }
}
