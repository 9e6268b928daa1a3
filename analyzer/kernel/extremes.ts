import { RESULTS, ROWS, VALUES } from "./layout";
import { padRows, padValues, restoreRows, sumOf } from "./padding";

/** Results: the least value of the block, the greatest, and all rows. */
export function findExtremes(length: i32): void {
  padValues(length);
  const outside = padRows(length);
  let least = f64x2.splat(load<f64>(VALUES));
  let greatest = least;
  let rows = f64x2.splat(0);
  for (let at: usize = 0, end = (<usize>length) << 3; at < end; at += 16) {
    const values = v128.load(VALUES + at);
    least = f64x2.pmin(least, values);
    greatest = f64x2.pmax(greatest, values);
    rows = f64x2.add(rows, v128.load(ROWS + at));
  }
  restoreRows(length, outside);
  store<f64>(RESULTS, min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1)));
  store<f64>(RESULTS + 8, max(f64x2.extract_lane(greatest, 0), f64x2.extract_lane(greatest, 1)));
  store<f64>(RESULTS + 16, sumOf(rows));
}

/** Results: the rows of the block's values that are 0, and of those below. */
export function countSigns(length: i32): void {
  padValues(length);
  const outside = padRows(length);
  const zero = f64x2.splat(0);
  let zeros = zero;
  let negatives = zero;
  for (let at: usize = 0, end = (<usize>length) << 3; at < end; at += 16) {
    const values = v128.load(VALUES + at);
    const rows = v128.load(ROWS + at);
    zeros = f64x2.add(zeros, v128.and(rows, f64x2.eq(values, zero)));
    negatives = f64x2.add(negatives, v128.and(rows, f64x2.lt(values, zero)));
  }
  restoreRows(length, outside);
  store<f64>(RESULTS, sumOf(zeros));
  store<f64>(RESULTS + 8, sumOf(negatives));
}

/** Whether all values of the block are whole numbers. */
export function areWhole(length: i32): bool {
  padValues(length);
  for (let at: usize = VALUES, end = VALUES + ((<usize>length) << 3); at < end; at += 16) {
    const values = v128.load(at);
    if (!i64x2.all_true(f64x2.eq(values, f64x2.floor(values)))) return false;
  }
  return true;
}
