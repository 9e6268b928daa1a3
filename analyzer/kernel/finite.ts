import { INPUT, RESULTS, VALIDITY, VALUES } from "./layout";

/**
 * Moves the finite values of so many rows of the input to the block, −0 as 0, and gives their number.
 * Results: rows that are null, NaN, +∞, −∞.
 */
export function takeFinite(rows: i32): i32 {
  if (areValid(rows) && copyFinite(rows)) return rows;
  let nulls = 0;
  let nan = 0;
  let positive = 0;
  let negative = 0;
  let end = VALUES;
  for (let i = 0; i < rows; i++) {
    const value = load<f64>(INPUT + ((<usize>i) << 3));
    const valid = (load<u8>(VALIDITY + (<usize>i >> 3)) >> <u8>(i & 7)) & 1;
    // No branch decides whether a value is taken: which rows are null cannot be foretold.
    const taken = <u8>(value - value === 0) & valid;
    store<f64>(end, value + 0);
    end += (<usize>taken) << 3;
    nulls += 1 - valid;
    if (valid > taken) {
      if (value === Infinity) positive++;
      else if (value === -Infinity) negative++;
      else nan++;
    }
  }
  setResults(nulls, nan, positive, negative);
  return <i32>(end - VALUES) >> 3;
}

function areValid(rows: i32): bool {
  const whole = rows & ~63;
  for (let i = 0; i < whole; i += 64) if (~load<u64>(VALIDITY + (<usize>i >> 3)) !== 0) return false;
  const rest = ((<u64>1) << (rows & 63)) - 1;
  return rest === 0 || (load<u64>(VALIDITY + (<usize>whole >> 3)) & rest) === rest;
}

/** Copies the input to the block and tells whether all of it is finite. */
function copyFinite(rows: i32): bool {
  const zero = f64x2.splat(0);
  let finite = i64x2.splat(-1);
  const end = (<usize>(rows & ~1)) << 3;
  for (let at: usize = 0; at < end; at += 16) {
    const values = v128.load(INPUT + at);
    v128.store(VALUES + at, f64x2.add(values, zero));
    finite = v128.and(finite, f64x2.eq(f64x2.sub(values, values), zero));
  }
  setResults(0, 0, 0, 0);
  if (!i64x2.all_true(finite)) return false;
  if ((rows & 1) === 0) return true;
  const last = load<f64>(INPUT + end);
  store<f64>(VALUES + end, last + 0);
  return last - last === 0;
}

function setResults(nulls: i32, nan: i32, positive: i32, negative: i32): void {
  store<f64>(RESULTS, nulls);
  store<f64>(RESULTS + 8, nan);
  store<f64>(RESULTS + 16, positive);
  store<f64>(RESULTS + 24, negative);
}
