import {
  FEATURE_FILES,
  FeaturescopeError,
  SCHEMA_VERSION,
  featurePath,
} from "@featurescope/analyzer/artifact";
import type { Router, RouterContext } from "@koa/router";
import { JSON_TYPE } from "../files/check-file.js";
import { pageOf } from "../http/page-of.js";
import { pathParameter } from "../http/path-parameter.js";
import { limitParameter, textParameter } from "../http/query.js";
import { IMMUTABLE, sendFile, sendText } from "../http/send.js";
import { type RunList, type RunRow, runRow } from "../index/answers.js";
import type { PipelineIndex } from "../index/pipeline-index.js";
import type { Report } from "../index/report.js";
import type { Dependencies } from "./dependencies.js";
import { findPipeline, findRun } from "./find.js";

const DEFAULT_PAGE = 100;
const MAX_PAGE = 1000;

/**
 * Path of a feature's file in a report; the address may name the feature by key or by name.
 * @throws FeaturescopeError `unknown-feature`
 */
function pathIn(report: Report, keyOrName: string, file: string): string {
  const { features, run } = report.manifest;
  const found =
    features.find(({ key }) => key === keyOrName) ?? features.find(({ name }) => name === keyOrName);
  if (found !== undefined) return `${featurePath(found.key)}/${file}`;
  throw new FeaturescopeError(
    "unknown-feature",
    `run ${run} has no feature ${JSON.stringify(keyOrName.slice(0, 200))}`,
  );
}

/** Runs of a pipeline, and the files of each: these never change. */
export function runRoutes(router: Router, dependencies: Dependencies): void {
  const pipelineOf = (ctx: RouterContext) => findPipeline(dependencies, pathParameter(ctx, "pipeline"));
  const runOf = (ctx: RouterContext) => findRun(dependencies, pipelineOf(ctx), pathParameter(ctx, "run"));

  async function rowOf(pipeline: PipelineIndex, run: string): Promise<RunRow | null> {
    const report = await dependencies.openRun(pipeline, run).catch(() => undefined);
    return report === undefined ? null : runRow(report);
  }

  async function send(
    ctx: RouterContext,
    report: Report,
    path: string,
    headers: Record<string, string> = {},
  ): Promise<void> {
    const served = await dependencies.files.ofRun(report, path);
    sendFile(ctx, served, {
      "Cache-Control": IMMUTABLE,
      ...headers,
    });
  }

  const list = "/api/v1/pipelines/:pipeline/runs";
  router.get(list, async (ctx) => {
    const pipeline = pipelineOf(ctx);
    const limit = limitParameter(ctx, MAX_PAGE) ?? DEFAULT_PAGE;
    const page = pageOf(pipeline.runIds(), (run) => run, textParameter(ctx, "cursor"), limit);
    const rows = await Promise.all(page.rows.map((run) => rowOf(pipeline, run)));
    const answer: RunList = {
      schemaVersion: SCHEMA_VERSION,
      pipeline: pipeline.name,
      runs: rows.filter((row) => row !== null),
      nextCursor: page.nextCursor,
    };
    sendText(ctx, JSON_TYPE, JSON.stringify(answer));
  });
  router.get(`${list}/:run`, async (ctx) => {
    const report = await runOf(ctx);
    return send(ctx, report, "manifest.json", { "Content-Location": `${report.manifest.run}/manifest.json` });
  });
  router.get(`${list}/:run/manifest.json`, async (ctx) => send(ctx, await runOf(ctx), "manifest.json"));
  router.get(`${list}/:run/features/:feature/:file`, async (ctx) => {
    const file = pathParameter(ctx, "file");
    const report = await runOf(ctx);
    const path = pathIn(report, pathParameter(ctx, "feature"), file);
    if (!FEATURE_FILES.some((name) => name === file)) {
      throw new FeaturescopeError("unknown-file", `expected one of ${FEATURE_FILES.join(", ")}`);
    }
    return send(ctx, report, path);
  });
}
