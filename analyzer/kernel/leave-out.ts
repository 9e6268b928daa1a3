import { RESULTS, ROWS, VALUES } from "./layout";

/** Leaves a value out of the block and gives how many are left. Results: the rows left out. */
export function leaveOut(length: i32, point: f64): i32 {
  let left: usize = 0;
  let rows: f64 = 0;
  for (let at: usize = 0, end = (<usize>length) << 3; at < end; at += 8) {
    const value = load<f64>(VALUES + at);
    const count = load<f64>(ROWS + at);
    const isPoint = value === point;
    store<f64>(VALUES + left, value);
    store<f64>(ROWS + left, count);
    rows += select<f64>(count, 0, isPoint);
    left += select<usize>(0, 8, isPoint);
  }
  store<f64>(RESULTS, rows);
  return <i32>left >> 3;
}
