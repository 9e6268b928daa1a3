import { ROWS, VALUES } from "./layout";

/** Makes the values after the block's end repeat its first one, so that a register may reach beyond it. */
export function padValues(length: i32): void {
  const at = VALUES + ((<usize>length) << 3);
  const first = f64x2.splat(load<f64>(VALUES));
  v128.store(at, first);
  v128.store(at, first, 16);
}

/** Sets the rows after an odd end to none and gives what stood there. */
export function padRows(length: i32): f64 {
  const at = ROWS + ((<usize>length) << 3);
  const rows = load<f64>(at);
  store<f64>(at, 0);
  return rows;
}

/** Undoes {@link padRows}. */
export function restoreRows(length: i32, rows: f64): void {
  store<f64>(ROWS + ((<usize>length) << 3), rows);
}

/** Both lanes together. */
export function sumOf(lanes: v128): f64 {
  return f64x2.extract_lane(lanes, 0) + f64x2.extract_lane(lanes, 1);
}
