import { quantile } from "../../statistics/quantile.js";
import { sketchPlace } from "../ranks/quantile-sketch.js";
import { Ruler } from "../ranks/ruler.js";
import type { Scan, ValueReader } from "../values/value-reader.js";
import { FirstPass } from "./first-pass.js";
import { HistogramSource } from "./histogram-source.js";
import { TableSource } from "./table-source.js";
import type { Aim, ValueSource } from "./value-source.js";
import { VALUE_CAP, ValueTable } from "./value-table.js";

/** A value with so many of the rows read so far is counted apart. */
const FREQUENT = 1 / 20;

/** Values that tell well enough where a column has its middle. */
const SAMPLE = 4096;

/**
 * The first pass over a column: a table of values while they are few; beyond the cap the table is poured into counts by key, which see
 * the rest.
 * @param aim null without a reference: then the values of the table tell where the others will be
 * @param cap distinct values of a table at most
 */
export function* firstLook(aim: Aim | null, cap = VALUE_CAP): Scan<ValueSource> {
  const look = new FirstLook(aim, cap);
  yield [look];
  return look.source();
}

class FirstLook implements ValueReader {
  readonly #aim: Aim | null;
  #table: ValueTable;
  #pass: FirstPass | null = null;

  constructor(aim: Aim | null, cap: number) {
    this.#aim = aim;
    this.#table = new ValueTable(cap);
  }

  add(values: Float64Array, counts: Float64Array | null): void {
    if (this.#pass !== null) return this.#pass.add(values, counts);
    const taken = this.#table.add(values, counts);
    if (taken === values.length) return;
    this.#pass = this.#pour();
    this.#pass.add(values.subarray(taken), counts?.subarray(taken) ?? null);
  }

  source(): ValueSource {
    if (this.#pass === null) return new TableSource(this.#table, this.#aim);
    this.#pass.end();
    return new HistogramSource(this.#pass);
  }

  #pour(): FirstPass {
    // With and without a reference in one order, so that sums round alike.
    const { values, counts } = this.#table.unsorted();
    const pass = new FirstPass(this.#aim ?? aimOf(values, counts));
    this.#table = new ValueTable(0);
    pass.add(values, counts);
    return pass;
  }
}

/** An aim at values like these, all different, in an order that has nothing to do with theirs. */
function aimOf(values: Float64Array, counts: Float64Array): Aim {
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const isFrequent = (_: number, i: number): boolean => counts[i]! >= FREQUENT * rows;
  const points = Array.from(values.filter(isFrequent)).sort((a, b) => a - b);
  const step = Math.ceil(values.length / SAMPLE);
  const sample = values.filter((value, i) => i % step === 0 && !isFrequent(value, i)).sort();
  const at = (p: number): number | null => quantile(sample.length, p, (rank) => sample[rank]!);
  const place = sketchPlace({ withoutPoints: null, p25: at(0.25), p50: at(0.5), p75: at(0.75), std: null });
  return { place, points, ruler: new Ruler(points) };
}
