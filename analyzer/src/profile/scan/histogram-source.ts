import type { ProfileDistinct } from "../../artifact/index.js";
import { differentOf } from "../distinct/different-values.js";
import { DISTINCT_ERROR } from "../distinct/distinct-sketch.js";
import { Kernel } from "../kernel.js";
import { KeyCounts } from "../ranks/key-counts.js";
import { KEPT } from "../ranks/key-flags.js";
import { QuantileSketch, type SketchPlace } from "../ranks/quantile-sketch.js";
import type { Ruler } from "../ranks/ruler.js";
import { type KeySpan, SpanReader } from "../ranks/span-reader.js";
import { type Span, spanAt } from "../ranks/span.js";
import { ValueKeys } from "../ranks/value-keys.js";
import type { DensityGrid } from "../shape/density-grid.js";
import { firstNotBelow } from "../values/first-not-below.js";
import type { Moments } from "../values/moments.js";
import type { Summary } from "../values/summary.js";
import type { Scan, ValueReader } from "../values/value-reader.js";
import { WithoutPoints } from "../values/without-points.js";
import type { FirstPass } from "./first-pass.js";
import type { Frequent, Rest, ValueSource } from "./value-source.js";

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

/** Whether a span of so many values, with so many below it, is looked for. */
type IsWanted = (below: number, count: number) => boolean;

/**
 * A column with many distinct values, in fixed memory: the first pass counts by key, each further one cuts only the keys that hold a wanted
 * rank, until a part has one value or its values are few enough to be sorted. None is needed where those were kept.
 */
export class HistogramSource implements ValueSource {
  readonly summary: Summary;
  readonly moments: Moments;
  readonly distinct: number;
  readonly distinctError: number;
  readonly #first: FirstPass;
  readonly #budget: Budget;
  /** Values counted apart, ascending. */
  readonly #points: readonly Frequent[];

  /** @param first has seen every value, and its end */
  constructor(first: FirstPass, budget: Budget = BUDGET) {
    const { points, ruler, different } = first;
    this.#first = first;
    this.#budget = budget;
    this.summary = first.summary.plus(points.points, points.counts);
    this.moments = first.moments.plus(points.points, points.counts);
    this.#points = Array.from(points.points, (value, i) => ({
      value,
      count: points.counts[i]!,
      below: ruler.below(value),
    }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => a.value - b.value);
    this.distinct = Math.min(this.summary.count, different.estimate);
    this.distinctError = DISTINCT_ERROR * this.distinct;
  }

  get different(): ProfileDistinct {
    return differentOf(this.#first.different.registers);
  }

  *frequent(): Scan<Frequent[]> {
    const least = this.summary.count / 10;
    const frequent = this.#points.filter(({ count }) => count >= least);
    for (const span of yield* this.#search((_below, rows) => rows >= least, [])) {
      for (const { value, count, below } of runsOf(span)) {
        const apart = this.#points.reduce((sum, point) => (point.value < value ? sum + point.count : sum), 0);
        if (count >= least) frequent.push({ value, count, below: below + apart });
      }
    }
    return frequent.sort((a, b) => b.count - a.count || a.value - b.value);
  }

  *valuesAt(ranks: Iterable<number>, riders: readonly ValueReader[]): Scan<(rank: number) => number> {
    const others = [...ranks].filter((rank) => this.#pointAt(rank) === undefined);
    const sorted = Float64Array.from(others, (rank) => this.#restRank(rank)).sort();
    const holdsRank = (below: number, count: number): boolean =>
      (sorted[firstNotBelow(sorted, below)] ?? Infinity) < below + count;
    const found = yield* this.#search(holdsRank, riders);
    return (rank) => {
      const point = this.#pointAt(rank);
      if (point !== undefined) return point.value;
      const rest = this.#restRank(rank);
      const span = spanAt(found, rest);
      return span?.values?.[rest - span.below] ?? span?.low ?? NaN;
    };
  }

  without(points: readonly number[]): Rest | null {
    if (!this.#areApart(points)) return null;
    const { values, counts } = this.#pointsBut(points);
    const { summary, moments } = this.#first;
    return { summary: summary.plus(values, counts), moments: moments.plus(values, counts) };
  }

  sketch(place: SketchPlace): QuantileSketch {
    const { keyed, points } = this.#first;
    const sketch = new QuantileSketch(place, keyed.sketch());
    sketch.add(points.points, points.counts);
    return sketch;
  }

  draw(curve: DensityGrid, points: readonly number[]): boolean {
    if (this.#keepsAll) {
      this.#showKept([new WithoutPoints(points, [curve])]);
      return true;
    }
    const { means, counts, lows, highs } = this.#first.keyed.means();
    if (!this.#areApart(points) || !curve.takesMeans(counts, lows, highs)) return false;
    const others = this.#pointsBut(points);
    curve.add(means, counts);
    curve.add(others.values, others.counts);
    return true;
  }

  *measure(ruler: Ruler, riders: readonly ValueReader[]): Scan<void> {
    const { keyed, points } = this.#first;
    const keys = new KeyCounts(new ValueKeys(keyed.keys.place, new Kernel()), ruler, null);
    ruler.flagKeys(keys.keys, keys.flags);
    const readers = [new WithoutPoints(points.points, [keys]), ...riders];
    if (this.#keepsAll) this.#showKept(readers);
    else yield readers;
    ruler.pour(keys);
    ruler.add(points.points, points.counts);
  }

  get #keepsAll(): boolean {
    return this.#first.kept.values.length === this.#first.summary.count;
  }

  #showKept(readers: readonly ValueReader[]): void {
    const { kept, points } = this.#first;
    for (const reader of readers) {
      reader.add(kept.values, null);
      reader.add(points.points, points.counts);
    }
  }

  /** Values counted apart that are none of some. */
  #pointsBut(points: readonly number[]): { values: Float64Array; counts: Float64Array } {
    const others = this.#points.filter(({ value }) => !points.includes(value));
    return {
      values: Float64Array.from(others, ({ value }) => value),
      counts: Float64Array.from(others, ({ count }) => count),
    };
  }

  /** Whether some values were all counted apart. */
  #areApart(points: readonly number[]): boolean {
    const apart = this.#first.points.points;
    return points.every((value) => apart.includes(value));
  }

  #pointAt(rank: number): Frequent | undefined {
    return this.#points.find(({ below, count }) => rank >= below && rank < below + count);
  }

  /** A rank among all values as one among those that were not counted apart. */
  #restRank(rank: number): number {
    return this.#points.reduce(
      (rest, { below, count }) => rest - Math.max(0, Math.min(count, rank - below)),
      rank,
    );
  }

  /** All spans of the values not counted apart that are wanted, cut until their values are known; ascending. */
  *#search(isWanted: IsWanted, riders: readonly ValueReader[]): Scan<Known[]> {
    const { keyed, kept, points } = this.#first;
    const known: Known[] = [];
    let open = this.#wantedKeys(known, isWanted);
    if (this.#keepsAll) this.#showKept(riders);
    let waiting = this.#keepsAll ? [] : riders;
    while (open.length > 0 || waiting.length > 0) {
      const reader = new SpanReader(keyed.keys, open, this.#budget.values, this.#budget.parts);
      const areKept = open.every(({ key }) => (keyed.flags[key]! & KEPT) !== 0);
      if (areKept && waiting.length === 0) reader.add(kept.values);
      else yield [new WithoutPoints(points.points, [reader]), ...waiting];
      waiting = [];
      open = [];
      for (const span of reader.results()) {
        if (!isWanted(span.below, span.count)) continue;
        if (span.values !== null || span.low === span.high) known.push(span);
        else open.push(span);
      }
    }
    return known.sort((a, b) => a.below - b.below);
  }

  /** The wanted keys of the first pass; those that can hold one value only are known. */
  #wantedKeys(known: Known[], isWanted: IsWanted): KeySpan[] {
    const open: KeySpan[] = [];
    const { keyed, summary } = this.#first;
    let below = 0;
    for (let key = 0; key < keyed.counts.length; key++) {
      const count = keyed.counts[key]!;
      if (count === 0) continue;
      if (isWanted(below, count)) {
        const [low, high] = keyed.keys.range(key);
        const span = {
          key,
          low: Math.max(low, summary.min),
          high: Math.min(high, summary.max),
          below,
          count,
        };
        if (span.low === span.high) known.push({ ...span, values: null });
        else open.push(span);
      }
      below += count;
    }
    return open;
  }
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
