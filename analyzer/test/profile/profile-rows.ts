import type { FrozenFeature } from "../../src/artifact/index.js";
import type { FeatureProfile } from "../../src/profile/feature-profile.js";
import { numberProfile } from "../../src/profile/number-profile.js";
import { FiniteValues, RowTally } from "../../src/profile/values/finite-values.js";

/** Profile of rows of numbers, NaN as missing, by the analyzer's own scan. */
export function profileRows(rows: readonly number[], frozen: FrozenFeature | null): FeatureProfile {
  const tally = new RowTally();
  const scan = numberProfile("a", "numeric", tally, frozen);
  const batch = { values: Float64Array.from(rows), validity: null };
  for (let pass = 0; ; pass++) {
    const step = scan.next();
    if (step.done === true) return step.value;
    const values = new FiniteValues(pass === 0 ? tally : new RowTally(), step.value);
    values.read(batch, rows.length);
    values.end();
  }
}
