import { RESULTS, ROWS, VALUES } from "./layout";
import { padRows, padValues, restoreRows, sumOf } from "./padding";

/**
 * Sums over the block's values x = value · scale − shift, each as often as it has rows. Results: rows; Σx; with the mean c = Σx / rows,
 * Σ(x − c), Σ(x − c)², Σ(x − c)³ and Σ(x − c)⁴.
 */
export function sumPowers(length: i32, scale: f64, shift: f64): void {
  padValues(length);
  const outside = padRows(length);
  const end = (<usize>length) << 3;
  const factor = f64x2.splat(scale);
  const origin = f64x2.splat(shift);
  const zero = f64x2.splat(0);
  let count = zero;
  let sum = zero;
  for (let at: usize = 0; at < end; at += 16) {
    const rows = v128.load(ROWS + at);
    const x = f64x2.sub(f64x2.mul(v128.load(VALUES + at), factor), origin);
    count = f64x2.add(count, rows);
    sum = f64x2.add(sum, f64x2.mul(rows, x));
  }
  const center = f64x2.splat(sumOf(sum) / sumOf(count));
  let first = zero;
  let second = zero;
  let third = zero;
  let fourth = zero;
  for (let at: usize = 0; at < end; at += 16) {
    const rows = v128.load(ROWS + at);
    const x = f64x2.sub(f64x2.mul(v128.load(VALUES + at), factor), origin);
    const difference = f64x2.sub(x, center);
    const square = f64x2.mul(difference, difference);
    const weighted = f64x2.mul(rows, square);
    first = f64x2.add(first, f64x2.mul(rows, difference));
    second = f64x2.add(second, weighted);
    third = f64x2.add(third, f64x2.mul(weighted, difference));
    fourth = f64x2.add(fourth, f64x2.mul(weighted, square));
  }
  restoreRows(length, outside);
  store<f64>(RESULTS, sumOf(count));
  store<f64>(RESULTS + 8, sumOf(sum));
  store<f64>(RESULTS + 16, sumOf(first));
  store<f64>(RESULTS + 24, sumOf(second));
  store<f64>(RESULTS + 32, sumOf(third));
  store<f64>(RESULTS + 40, sumOf(fourth));
}
