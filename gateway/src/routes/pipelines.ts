import type { Router } from "@koa/router";
import { NO_CACHE, sendKept } from "../http/send.js";
import { pipelineList } from "../index/answers.js";
import type { Dependencies } from "./dependencies.js";
import { requireReady } from "./find.js";

/** All pipelines. */
export function pipelineRoutes(router: Router, dependencies: Dependencies): void {
  const { index, made } = dependencies;
  router.get("/api/v1/pipelines", async (ctx) => {
    const pipelines = index.pipelines();
    if (pipelines.length === 0) requireReady(dependencies, "the store has not been read yet");
    const list = await made.get(index.version, () => pipelineList(pipelines));
    sendKept(ctx, list, { "Cache-Control": NO_CACHE });
  });
}
