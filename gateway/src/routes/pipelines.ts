import type { Router } from "@koa/router";
import { maySee } from "../access/identity.js";
import { MEDIA_TYPES } from "../files/media-type-of.js";
import { cachingOf } from "../http/caching.js";
import { identityOf } from "../http/identity-of.js";
import { sendKept, sendText } from "../http/send.js";
import { pipelineList } from "../index/answers.js";
import type { Dependencies } from "./dependencies.js";
import { requireReady } from "./find.js";

/** All pipelines. */
export function pipelineRoutes(router: Router, dependencies: Dependencies): void {
  const { index, made } = dependencies;
  router.get("/api/v1/pipelines", async (ctx) => {
    const identity = identityOf(ctx);
    const pipelines = index.pipelines().filter(({ key }) => maySee(identity, key));
    if (pipelines.length === 0) requireReady(dependencies, "the store has not been read yet");
    if (identity.pipelines !== null) {
      sendText(ctx, MEDIA_TYPES.json, JSON.stringify(pipelineList(pipelines)));
      return;
    }
    const list = await made.get(index.version, () => pipelineList(pipelines));
    sendKept(ctx, list, { "Cache-Control": cachingOf(ctx).changing }, null);
  });
}
