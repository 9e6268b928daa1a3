import { COUNTS, DIFFERENCES, FLAGS, KEYS, PLACES, ROWS, SUMS, VALUES } from "./layout";

/**
 * Finds the keys of the block's values: the upper bits of a value's distance from the center, counted from `base`, to either side of the
 * middle key. Four values at once.
 */
export function findKeys(length: i32, center: f64, shift: i32, base: i32, middle: i32): void {
  const origin = f64x2.splat(center);
  const least = i32x4.splat(base);
  const most = i32x4.splat(middle);
  const withoutSign = i32x4.splat(0x7fffffff);
  for (let at: usize = 0, end = (<usize>length) << 3; at < end; at += 32) {
    const one = f64x2.sub(v128.load(VALUES + at), origin);
    const other = f64x2.sub(v128.load(VALUES + at, 16), origin);
    v128.store(DIFFERENCES + at, one);
    v128.store(DIFFERENCES + at, other, 16);
    const words = i32x4.shuffle(one, other, 1, 3, 5, 7);
    const signs = i32x4.shr_s(words, 31);
    const distances = i32x4.sub(i32x4.shr_u(v128.and(words, withoutSign), shift), least);
    const steps = i32x4.max_s(i32x4.splat(0), i32x4.min_s(most, distances));
    v128.store(KEYS + (at >> 1), i32x4.add(most, i32x4.sub(v128.xor(steps, signs), signs)));
  }
}

/** Adds rows and distances of the block's values to those of their keys. */
export function countKeys(length: i32): void {
  for (let i: usize = 0; i < <usize>length; i++) {
    const key = (<usize>load<u32>(KEYS + (i << 2))) << 3;
    const rows = load<f64>(ROWS + (i << 3));
    store<f64>(COUNTS + key, load<f64>(COUNTS + key) + rows);
    store<f64>(SUMS + key, load<f64>(SUMS + key) + rows * load<f64>(DIFFERENCES + (i << 3)));
  }
}

/** Finds the places in the block whose keys have one of some flags, and gives how many. */
export function findFlagged(length: i32, flags: i32): i32 {
  let end = PLACES;
  for (let i = 0; i < length; i++) {
    store<i32>(end, i);
    // No branch: which values are flagged cannot be foretold.
    const flag = <i32>load<u8>(FLAGS + <usize>load<u32>(KEYS + ((<usize>i) << 2)));
    end += select<usize>(4, 0, (flag & flags) !== 0);
  }
  return <i32>(end - PLACES) >> 2;
}
