import type { WithdrawnEvent } from "@featurescope/analyzer/artifact";
import type { Report } from "../index/report.js";

/** What is told of a report that has gone from the index, as it has from the store. */
export function withdrawnEvent({ manifest: { pipeline, run }, pipelineKey }: Report): WithdrawnEvent {
  return { pipeline, key: pipelineKey, run };
}
