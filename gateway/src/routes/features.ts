import { FEATURE_FILES, type FeatureFile } from "@featurescope/analyzer/artifact";
import type { Router, RouterContext } from "@koa/router";
import { MEDIA_TYPES } from "../files/media-type-of.js";
import { cachingOf } from "../http/caching.js";
import { identityOf } from "../http/identity-of.js";
import { pageOf } from "../http/page-of.js";
import { PARAMETERS } from "../http/parameters.js";
import { pathParameter } from "../http/path-parameter.js";
import { textParameter, wholeParameter, wordParameter } from "../http/query.js";
import { sendFile, sendKept, sendText } from "../http/send.js";
import { historyOf } from "../index/answers.js";
import { featureList } from "../index/feature-list.js";
import type { PipelineIndex } from "../index/pipeline-index.js";
import type { Dependencies } from "./dependencies.js";
import { findAnyPipeline, findFeature, findPipeline } from "./find.js";
import { unknownFile } from "./unknown-file.js";

/** Names of the first design for two of the files. */
const FIRST_DESIGN: Record<string, FeatureFile> = { stats: "statistics.json", plot: "chart.png" };

function featureIn(ctx: RouterContext): string {
  return pathParameter(ctx, "feature");
}

/** A file's name in an address as the contract's, or undefined. */
function knownFile(name: string): FeatureFile | undefined {
  return FEATURE_FILES.find((file) => file === name);
}

/** The pipeline that an address means. */
interface Meant {
  pipeline: PipelineIndex;
  /** Its key where the address names it; null where the meaning depends on who asks. */
  named: string | null;
}

async function sendList(
  ctx: RouterContext,
  { made }: Dependencies,
  { pipeline, named }: Meant,
): Promise<void> {
  const query = textParameter(ctx, PARAMETERS.q)?.toLowerCase() ?? null;
  const verdict = wordParameter(ctx, PARAMETERS.verdict);
  const cursor = textParameter(ctx, PARAMETERS.cursor);
  const limit = wholeParameter(ctx, PARAMETERS.limit);
  if ([query, verdict, cursor, limit].every((parameter) => parameter === null)) {
    const list = await made.get(pipeline.version, () => featureList(pipeline, pipeline.features()));
    sendKept(ctx, list, { "Cache-Control": cachingOf(ctx).changing }, named);
    return;
  }
  const features = pipeline.features().filter(({ name, newest }) => {
    const isOfVerdict = verdict === null || newest.verdict === verdict;
    const names = [name, ...Object.values(newest.title)];
    return isOfVerdict && (query === null || names.some((text) => text.toLowerCase().includes(query)));
  });
  const page = pageOf(features, ({ newest }) => newest.key, cursor, limit);
  sendText(ctx, MEDIA_TYPES.json, await featureList(pipeline, page.rows, page.nextCursor));
}

async function sendHistory(
  ctx: RouterContext,
  dependencies: Dependencies,
  { pipeline, named }: Meant,
): Promise<void> {
  const found = findFeature(dependencies, pipeline, featureIn(ctx));
  const limit = wholeParameter(ctx, PARAMETERS.limit);
  if (limit !== null) {
    sendText(ctx, MEDIA_TYPES.json, JSON.stringify(historyOf(pipeline, found, limit)));
    return;
  }
  const history = await dependencies.made.get(found.version, () => historyOf(pipeline, found));
  sendKept(ctx, history, { "Cache-Control": cachingOf(ctx).changing }, named);
}

/**
 * Answers with the file of the newest run; `Content-Location` says which run's it is, so that its other files can be
 * taken from there.
 */
async function sendNewest(
  ctx: RouterContext,
  dependencies: Dependencies,
  { pipeline, named }: Meant,
  file: FeatureFile | undefined,
): Promise<void> {
  const found = findFeature(dependencies, pipeline, featureIn(ctx));
  if (file === undefined) throw unknownFile(FEATURE_FILES, pathParameter(ctx, "file"));
  const served = await dependencies.files.newest(pipeline, found, file);
  const runs = named === null ? `../../pipelines/${pipeline.key}/runs` : "../../runs";
  const location = `${runs}/${served.report.manifest.run}/${served.path}`;
  sendFile(ctx, served, { "Cache-Control": cachingOf(ctx).changing, "Content-Location": location }, named);
}

/** Features of one pipeline, and the same without naming a pipeline. */
export function featureRoutes(router: Router, dependencies: Dependencies): void {
  const named = (ctx: RouterContext): Meant => {
    const pipeline = findPipeline(dependencies, identityOf(ctx), pathParameter(ctx, "pipeline"));
    return { pipeline, named: pipeline.key };
  };
  const any = (ctx: RouterContext, feature: string | null): Meant => ({
    pipeline: findAnyPipeline(dependencies, identityOf(ctx), feature),
    named: null,
  });
  const short = "/api/v1/features";
  const long = "/api/v1/pipelines/:pipeline/features";

  router.get(short, (ctx) => sendList(ctx, dependencies, any(ctx, null)));
  router.get(long, (ctx) => sendList(ctx, dependencies, named(ctx)));
  router.get(`${short}/:feature/history`, (ctx) => sendHistory(ctx, dependencies, any(ctx, featureIn(ctx))));
  router.get(`${long}/:feature/history`, (ctx) => sendHistory(ctx, dependencies, named(ctx)));
  router.get(`${short}/:feature/:file`, (ctx) => {
    const name = pathParameter(ctx, "file");
    return sendNewest(ctx, dependencies, any(ctx, featureIn(ctx)), knownFile(name) ?? FIRST_DESIGN[name]);
  });
  router.get(`${long}/:feature/:file`, (ctx) =>
    sendNewest(ctx, dependencies, named(ctx), knownFile(pathParameter(ctx, "file"))),
  );
}
