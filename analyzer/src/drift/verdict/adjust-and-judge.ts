import type { Drift } from "../../artifact/index.js";
import { benjaminiHochberg } from "../noise/benjamini-hochberg.js";
import { rejudgeIndex } from "./judge-index.js";
import { worstVerdict } from "./worst-part.js";

/**
 * The last step of a run: adjusts the p-values over its features after Benjamini and Hochberg, and judges each again by the adjusted one.
 * Features without a p-value take no part.
 * @param drifts by feature, from `measureDrift`
 * @returns new drifts, in the same order; nothing given is changed
 */
export function adjustAndJudge(drifts: ReadonlyMap<string, Drift>): Map<string, Drift> {
  const tested = [...drifts].flatMap(([name, { pValue }]) => (pValue === null ? [] : [{ name, pValue }]));
  const adjusted = benjaminiHochberg(tested.map(({ pValue }) => pValue));
  const byName = new Map(tested.map(({ name }, i) => [name, adjusted[i] ?? 1]));
  const judged = new Map<string, Drift>();
  for (const [name, drift] of drifts) {
    const adjustedPValue = byName.get(name) ?? null;
    const verdicts = {
      ...drift.verdicts,
      index: rejudgeIndex(drift.verdicts.index, adjustedPValue, drift.limits),
    };
    judged.set(name, { ...drift, adjustedPValue, verdict: worstVerdict(verdicts), verdicts });
  }
  return judged;
}
