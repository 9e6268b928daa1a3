import type { Scan } from "../../src/profile/values/value-reader.js";

/** Runs a scan over values, in blocks as the analyzer does; tells how many passes it took. */
export function runScan<Result>(
  scan: Scan<Result>,
  values: Float64Array,
): { result: Result; passes: number } {
  for (let passes = 0; ; passes++) {
    const step = scan.next();
    if (step.done === true) return { result: step.value, passes };
    for (let start = 0; start < values.length; start += 2048) {
      for (const reader of step.value) reader.add(values.slice(start, start + 2048), null);
    }
  }
}
