import { type ErrorCode, FeaturescopeError, keyOf } from "@featurescope/analyzer/artifact";
import { type Identity, maySee } from "../access/identity.js";
import { ProblemError } from "../http/problem.js";
import type { FeatureIndex } from "../index/feature-index.js";
import type { PipelineIndex } from "../index/pipeline-index.js";
import type { Report } from "../index/report.js";
import { sha256 } from "../sha256.js";
import type { Dependencies } from "./dependencies.js";

const quote = (name: string): string => JSON.stringify(name.slice(0, 200));

/**
 * Refuses while the store has not been read once: what is not in the index may still be in the store.
 * @throws FeaturescopeError `not-ready`, `store-unreachable`
 */
export function requireReady({ readiness }: Dependencies, message: string): void {
  if (readiness.isReady) return;
  throw new FeaturescopeError(
    readiness.failure === "store-unreachable" ? "store-unreachable" : "not-ready",
    message,
  );
}

function notFound(dependencies: Dependencies, code: ErrorCode, message: string): FeaturescopeError {
  requireReady(dependencies, message);
  return new FeaturescopeError(code, message);
}

/**
 * A pipeline, if there is one.
 * @throws FeaturescopeError `forbidden` where it is not for this client, whether or not there is one
 */
export function findReached(
  { index }: Pick<Dependencies, "index">,
  identity: Identity,
  keyOrName: string,
): PipelineIndex | undefined {
  const pipeline = index.pipeline(keyOrName);
  const keys = pipeline === undefined ? [keyOrName, keyOf(keyOrName, sha256)] : [pipeline.key];
  if (keys.some((key) => maySee(identity, key))) return pipeline;
  throw new FeaturescopeError("forbidden", `the token does not reach a pipeline ${quote(keyOrName)}`);
}

/** @throws FeaturescopeError `unknown-pipeline`; `forbidden` as {@link findReached} */
export function findPipeline(
  dependencies: Dependencies,
  identity: Identity,
  keyOrName: string,
): PipelineIndex {
  const pipeline = findReached(dependencies, identity, keyOrName);
  if (pipeline !== undefined) return pipeline;
  throw notFound(
    dependencies,
    "unknown-pipeline",
    `no report of a pipeline ${quote(keyOrName)}; see /api/v1/pipelines`,
  );
}

/** @throws FeaturescopeError `unknown-feature` */
export function findFeature(
  dependencies: Dependencies,
  pipeline: PipelineIndex,
  keyOrName: string,
): FeatureIndex {
  const feature = pipeline.feature(keyOrName);
  if (feature !== undefined) return feature;
  throw notFound(
    dependencies,
    "unknown-feature",
    `no run of pipeline ${quote(pipeline.name)} has a feature ${quote(keyOrName)}; see /api/v1/pipelines/${pipeline.key}/features`,
  );
}

/** @throws FeaturescopeError `unknown-run`, and what reading an older run's manifest throws */
export async function findRun(
  dependencies: Dependencies,
  pipeline: PipelineIndex,
  run: string,
): Promise<Report> {
  const report = await dependencies.openRun(pipeline, run);
  if (report !== undefined) return report;
  throw notFound(
    dependencies,
    "unknown-run",
    `pipeline ${quote(pipeline.name)} has no run ${quote(run)}; see /api/v1/pipelines/${pipeline.key}/runs`,
  );
}

/**
 * The key of a feature of a run, by key or by name.
 * @throws FeaturescopeError `unknown-feature`
 */
export function findInRun({ features: { names }, manifest }: Report, keyOrName: string): string {
  const row = names.rowOf(keyOrName);
  if (row !== null) return names.keys[row]!;
  throw new FeaturescopeError(
    "unknown-feature",
    `run ${manifest.run} has no feature ${quote(keyOrName)}; its manifest.json lists those that it has`,
  );
}

/**
 * The pipeline that is meant where an address names none: the only one that the client may see, or the default one.
 * @param keyOrName feature that the pipeline must have; null for any
 * @throws FeaturescopeError `ambiguous-feature`, `unknown-feature`, `unknown-pipeline`
 */
export function findAnyPipeline(
  dependencies: Dependencies,
  identity: Identity,
  keyOrName: string | null,
): PipelineIndex {
  const { index, defaultPipeline } = dependencies;
  const candidates = index
    .pipelines()
    .filter(({ key }) => maySee(identity, key))
    .filter((pipeline) => keyOrName === null || pipeline.feature(keyOrName) !== undefined);
  const [first] = candidates;
  if (first === undefined) {
    throw keyOrName === null
      ? notFound(dependencies, "unknown-pipeline", "the store has no report yet")
      : notFound(dependencies, "unknown-feature", `no pipeline has a feature ${quote(keyOrName)}`);
  }
  const preferred = candidates.find(({ name, key }) => name === defaultPipeline || key === defaultPipeline);
  if (preferred !== undefined || candidates.length === 1) return preferred ?? first;
  throw new ProblemError(
    "ambiguous-feature",
    `${candidates.length} pipelines could be meant; name one as in /api/v1/pipelines/${first.key}/features`,
    { pipelines: candidates.map(({ name, key }) => ({ pipeline: name, key })) },
  );
}
