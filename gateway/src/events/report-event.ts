import type { ReportEvent } from "@featurescope/analyzer/artifact";
import type { PipelineIndex } from "../index/pipeline-index.js";
import type { Report } from "../index/report.js";

/** What is told of a report that has come into the index. */
export function reportEvent(pipeline: PipelineIndex, report: Report): ReportEvent {
  const { run } = report.manifest;
  return {
    pipeline: pipeline.name,
    key: pipeline.key,
    run,
    isNewest: pipeline.runs[0] === report,
    href: `pipelines/${pipeline.key}/runs/${run}/`,
  };
}
