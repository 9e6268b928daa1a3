import { randomUUID } from "node:crypto";
import { SCHEMA_VERSION } from "@featurescope/analyzer/artifact";
import { type RunPlan, identityOf, sha256 } from "./make-documents.js";
import type { RecordedRun } from "./servers/ml-metadata.js";

/**
 * A step of Kubeflow Pipelines that gave a report.
 * @param uri where it was put
 * @param metadata what differs from what the analyzer tells of the report
 */
export function recordedReport(
  plan: RunPlan,
  manifest: Buffer,
  uri: string,
  metadata: Record<string, unknown> = {},
): RecordedRun {
  const { pipeline, run, createdAt } = identityOf(plan);
  const identity = {
    schema: "featurescope-report",
    schema_version: SCHEMA_VERSION,
    pipeline,
    run,
    created_at: createdAt,
    manifest_sha256: sha256(manifest),
    row_count: 1000,
    feature_count: 1,
  };
  const beside = (name: string): string => uri.replace(/[^/]*\/?(\?.*)?$/, name);
  return {
    pipeline: "score-customers",
    id: randomUUID(),
    namespace: "team-a",
    task: "feature-analyzer",
    outputs: [
      { name: "report", type: "system.Artifact", uri, metadata: { ...identity, ...metadata } },
      { name: "summary", type: "system.Markdown", uri: beside("summary"), metadata: {} },
      { name: "metrics", type: "system.Metrics", uri: beside("metrics"), metadata: { row_count: 1000 } },
    ],
  };
}
