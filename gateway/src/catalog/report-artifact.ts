import { FeaturescopeError, RUN_ID, keyOf } from "@featurescope/analyzer/artifact";
import type { Artifact } from "../ml-metadata/ml-metadata.js";
import { sha256 } from "../sha256.js";
import type { Sighting } from "./catalog.js";

const SHA256 = /^[0-9a-f]{64}$/;
/** Ids are whole numbers that go up; taken from this, those of newer artifacts sort first. */
const LAST_ID = Number.MAX_SAFE_INTEGER;

/** Whose run an artifact says that it is, and what its manifest must be. */
export interface ReportIdentity {
  pipeline: string;
  run: string;
  manifestSha256: string;
}

/**
 * The identity that the analyzer noted with the artifact.
 * @throws FeaturescopeError `document-invalid` where it is none
 */
export function identityOf({ id, texts, isOversize }: Artifact): ReportIdentity {
  if (isOversize === true) {
    const message = `artifact ${id} of ML Metadata: expected metadata of at most 16 MB, found more. Write what is large into the report's files.`;
    throw new FeaturescopeError("document-invalid", message);
  }
  const pipeline = texts.get("pipeline") ?? "";
  const run = texts.get("run") ?? "";
  const manifestSha256 = texts.get("manifest_sha256") ?? "";
  if (pipeline !== "" && RUN_ID.test(run) && SHA256.test(manifestSha256))
    return { pipeline, run, manifestSha256 };
  throw new FeaturescopeError(
    "document-invalid",
    `artifact ${id} of ML Metadata: expected texts pipeline, run and manifest_sha256 as the analyzer writes them, found ${JSON.stringify({ pipeline, run, manifestSha256 }).slice(0, 300)}`,
  );
}

/** What of an artifact makes it another report if it changes, by a name that sorts the newest first. */
export function sightingId({ id, uri, texts }: Artifact): string {
  const order = String(LAST_ID - id).padStart(16, "0");
  return `${order}!artifact-${id}!${sha256(JSON.stringify([uri, ...texts])).slice(0, 12)}`;
}

/** The artifact that an id names. */
export function artifactIdOf(sightingId: string): number {
  return LAST_ID - Number(sightingId.slice(0, 16));
}

/** An artifact as it is listed; one whose identity is no good has none until it is opened, and refused. */
export function sightingOf(artifact: Artifact): Sighting {
  const seen = { id: sightingId(artifact), publishedAt: artifact.createdAt };
  try {
    const { pipeline, run } = identityOf(artifact);
    return { ...seen, of: { pipelineKey: keyOf(pipeline, sha256), run } };
  } catch {
    return { ...seen, of: null };
  }
}
