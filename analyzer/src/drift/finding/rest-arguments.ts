import type { DriftBin, Finding } from "../../artifact/index.js";
import { compareBins } from "../measures/compare-bins.js";

/** Whether the rows beside those that a finding tells of changed beyond noise, too. @param rest their bins */
export function restArguments(rest: readonly DriftBin[]): Finding["arguments"] {
  const { populationStabilityIndex: index, noiseBound } = compareBins(
    rest,
    rest.map(({ current }) => current),
  );
  return index !== null && noiseBound !== null && index > noiseBound ? { restMoved: true } : {};
}
