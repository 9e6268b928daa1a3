import { VALUES } from "./layout";

/** Moves the block's values that are below or above a range to its ends. */
export function clip(length: i32, low: f64, high: f64): void {
  const least = f64x2.splat(low);
  const greatest = f64x2.splat(high);
  for (let at: usize = VALUES, end = VALUES + ((<usize>length) << 3); at < end; at += 16) {
    v128.store(at, f64x2.min(f64x2.max(v128.load(at), least), greatest));
  }
}
