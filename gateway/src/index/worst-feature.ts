import { type Verdict, VERDICTS } from "@featurescope/analyzer/artifact";
import type { FeatureIndex, FeatureRun } from "./feature-index.js";
import type { PipelineIndex } from "./pipeline-index.js";

/** From worst to least; `unknown` says nothing, so it comes last. */
const ORDER: readonly Verdict[] = VERDICTS.filter((verdict) => verdict !== "unknown").toReversed();

function rank(run: FeatureRun): [verdict: number, index: number] {
  const at = ORDER.indexOf(run.verdict);
  return [at < 0 ? ORDER.length : at, -(run.figure("populationStabilityIndex") ?? 0)];
}

/** The feature that a page without a choice opens with: the worst verdict, then the greatest index. The board ranks, not this. */
export function worstFeature(pipeline: PipelineIndex): FeatureIndex | undefined {
  let worst: FeatureIndex | undefined;
  let least: [number, number] = [Infinity, Infinity];
  for (const feature of pipeline.features()) {
    const [verdict, index] = rank(feature.newest);
    if (verdict > least[0] || (verdict === least[0] && index >= least[1])) continue;
    worst = feature;
    least = [verdict, index];
  }
  return worst;
}
