import { FEATURE_FILES, SCHEMA_VERSION, featurePath, type RunList } from "@featurescope/analyzer/artifact";
import type { Router, RouterContext } from "@koa/router";
import { MEDIA_TYPES } from "../files/media-type-of.js";
import { cachingOf } from "../http/caching.js";
import { identityOf } from "../http/identity-of.js";
import { pageOf } from "../http/page-of.js";
import { PARAMETERS } from "../http/parameters.js";
import { pathParameter } from "../http/path-parameter.js";
import { textParameter, wholeParameter } from "../http/query.js";
import { sendFile, sendText } from "../http/send.js";
import type { Report } from "../index/report.js";
import { runRowsBy } from "../index/run-rows.js";
import type { Dependencies } from "./dependencies.js";
import { findInRun, findPipeline, findRun } from "./find.js";
import { unknownFile } from "./unknown-file.js";

const DEFAULT_PAGE = 100;

/** Runs of a pipeline, and the files of each: these never change. */
export function runRoutes(router: Router, dependencies: Dependencies): void {
  const pipelineOf = (ctx: RouterContext) =>
    findPipeline(dependencies, identityOf(ctx), pathParameter(ctx, "pipeline"));
  const rowsOf = runRowsBy(dependencies.openRun);
  const runOf = (ctx: RouterContext) => findRun(dependencies, pipelineOf(ctx), pathParameter(ctx, "run"));

  async function send(
    ctx: RouterContext,
    report: Report,
    path: string,
    headers: Record<string, string> = {},
  ): Promise<void> {
    const served = await dependencies.files.ofRun(report, path);
    sendFile(ctx, served, { "Cache-Control": cachingOf(ctx).forEver, ...headers }, report.pipelineKey);
  }

  const list = "/api/v1/pipelines/:pipeline/runs";
  router.get(list, async (ctx) => {
    const pipeline = pipelineOf(ctx);
    const limit = wholeParameter(ctx, PARAMETERS.runLimit) ?? DEFAULT_PAGE;
    const page = pageOf(pipeline.runIds(), (run) => run, textParameter(ctx, PARAMETERS.cursor), limit);
    const answer: RunList = {
      schemaVersion: SCHEMA_VERSION,
      pipeline: pipeline.name,
      runs: await rowsOf(pipeline, page.rows),
      nextCursor: page.nextCursor,
    };
    sendText(ctx, MEDIA_TYPES.json, JSON.stringify(answer));
  });
  router.get(`${list}/:run`, async (ctx) => {
    const report = await runOf(ctx);
    return send(ctx, report, "manifest.json", { "Content-Location": `${report.manifest.run}/manifest.json` });
  });
  // What lists and events lead to: its files are relative to it.
  router.get(`${list}/:run/`, async (ctx) =>
    send(ctx, await runOf(ctx), "manifest.json", { "Content-Location": "manifest.json" }),
  );
  router.get(`${list}/:run/manifest.json`, async (ctx) => send(ctx, await runOf(ctx), "manifest.json"));
  router.get(`${list}/:run/features/:feature/:file`, async (ctx) => {
    const file = pathParameter(ctx, "file");
    const report = await runOf(ctx);
    const key = findInRun(report, pathParameter(ctx, "feature"));
    if (!FEATURE_FILES.some((name) => name === file)) throw unknownFile(FEATURE_FILES, file);
    return send(ctx, report, `${featurePath(key)}/${file}`);
  });
}
