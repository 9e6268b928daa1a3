import {
  FEATURE_FILES,
  FeaturescopeError,
  type FeatureFile,
  VERDICTS,
} from "@featurescope/analyzer/artifact";
import type { Router, RouterContext } from "@koa/router";
import { JSON_TYPE } from "../files/check-file.js";
import type { ServedFile } from "../files/report-files.js";
import { pageOf } from "../http/page-of.js";
import { pathParameter } from "../http/path-parameter.js";
import { limitParameter, textParameter, wordParameter } from "../http/query.js";
import { NO_CACHE, sendFile, sendKept, sendText } from "../http/send.js";
import { featureList, historyOf } from "../index/answers.js";
import type { PipelineIndex } from "../index/pipeline-index.js";
import type { Dependencies } from "./dependencies.js";
import { findAnyPipeline, findFeature, findPipeline } from "./find.js";

const MAX_PAGE = 10_000;

/** Names of the first design for two of the files. */
const FIRST_DESIGN: Record<string, FeatureFile> = { stats: "statistics.json", plot: "chart.png" };

function feature(ctx: RouterContext): string {
  return pathParameter(ctx, "feature");
}

/** A file's name in an address as the contract's, or undefined. */
function knownFile(name: string): FeatureFile | undefined {
  return FEATURE_FILES.find((file) => file === name);
}

async function sendList(ctx: RouterContext, { made }: Dependencies, pipeline: PipelineIndex): Promise<void> {
  const query = textParameter(ctx, "q")?.toLowerCase() ?? null;
  const verdict = wordParameter(ctx, "verdict", VERDICTS);
  const cursor = textParameter(ctx, "cursor");
  const limit = limitParameter(ctx, MAX_PAGE);
  if ([query, verdict, cursor, limit].every((parameter) => parameter === null)) {
    const list = await made.get(pipeline.version, () => featureList(pipeline));
    sendKept(ctx, list, { "Cache-Control": NO_CACHE });
    return;
  }
  const list = featureList(pipeline);
  const rows = list.features.filter(
    (row) =>
      (verdict === null || row.verdict === verdict) &&
      (query === null ||
        [row.name, ...Object.values(row.title)].some((text) => text.toLowerCase().includes(query))),
  );
  const page = pageOf(rows, ({ key }) => key, cursor, limit);
  sendText(ctx, JSON_TYPE, JSON.stringify({ ...list, features: page.rows, nextCursor: page.nextCursor }));
}

async function sendHistory(
  ctx: RouterContext,
  dependencies: Dependencies,
  pipeline: PipelineIndex,
): Promise<void> {
  const found = findFeature(dependencies, pipeline, feature(ctx));
  const limit = limitParameter(ctx, MAX_PAGE);
  if (limit !== null) {
    sendText(ctx, JSON_TYPE, JSON.stringify(historyOf(pipeline, found, limit)));
    return;
  }
  const history = await dependencies.made.get(found.version, () => historyOf(pipeline, found));
  sendKept(ctx, history, { "Cache-Control": NO_CACHE });
}

/**
 * Answers with the file of the newest run; `Content-Location` says which run's it is, so that its other files can be
 * taken from there.
 * @param runs relative address of the pipeline's runs, without a trailing slash
 */
async function sendNewest(
  ctx: RouterContext,
  dependencies: Dependencies,
  pipeline: PipelineIndex,
  file: FeatureFile,
  runs: string,
): Promise<void> {
  const found = findFeature(dependencies, pipeline, feature(ctx));
  const served: ServedFile = await dependencies.files.newest(pipeline, found, file);
  sendFile(ctx, served, {
    "Cache-Control": NO_CACHE,
    "Content-Location": `${runs}/${served.report.manifest.run}/${served.path}`,
  });
}

/** Features of one pipeline, and the same without naming a pipeline. */
export function featureRoutes(router: Router, dependencies: Dependencies): void {
  const named = (ctx: RouterContext): PipelineIndex =>
    findPipeline(dependencies, pathParameter(ctx, "pipeline"));
  const any = (ctx: RouterContext): PipelineIndex => findAnyPipeline(dependencies, feature(ctx));
  const short = "/api/v1/features";
  const long = "/api/v1/pipelines/:pipeline/features";

  router.get(short, (ctx) => sendList(ctx, dependencies, findAnyPipeline(dependencies, null)));
  router.get(long, (ctx) => sendList(ctx, dependencies, named(ctx)));
  router.get(`${short}/:feature/history`, (ctx) => sendHistory(ctx, dependencies, any(ctx)));
  router.get(`${long}/:feature/history`, (ctx) => sendHistory(ctx, dependencies, named(ctx)));
  router.get(`${short}/:feature/:file`, (ctx) => {
    const name = pathParameter(ctx, "file");
    const pipeline = any(ctx);
    const file = knownFile(name) ?? FIRST_DESIGN[name];
    if (file === undefined) throw unknownFile(name);
    return sendNewest(ctx, dependencies, pipeline, file, `../../pipelines/${pipeline.key}/runs`);
  });
  router.get(`${long}/:feature/:file`, (ctx) => {
    const name = pathParameter(ctx, "file");
    const pipeline = named(ctx);
    const file = knownFile(name);
    if (file === undefined) throw unknownFile(name);
    return sendNewest(ctx, dependencies, pipeline, file, "../../runs");
  });
}

function unknownFile(name: string): FeaturescopeError {
  return new FeaturescopeError(
    "unknown-file",
    `expected one of ${FEATURE_FILES.join(", ")}, found ${JSON.stringify(name.slice(0, 100))}`,
  );
}
