import type { IncomingMessage, ServerResponse } from "node:http";
import { Router } from "@koa/router";
import Koa from "koa";
import compress from "koa-compress";
import { problemBoundary } from "./http/problem-boundary.js";
import { refuseOtherHosts } from "./http/refuse-other-hosts.js";
import { sharedHeaders } from "./http/shared-headers.js";
import { boardRoutes } from "./routes/board.js";
import type { Dependencies } from "./routes/dependencies.js";
import { elementRoutes } from "./routes/elements.js";
import { eventRoutes } from "./routes/events.js";
import { featureRoutes } from "./routes/features.js";
import { healthRoutes } from "./routes/health.js";
import { hookRoutes } from "./routes/hooks.js";
import { pipelineRoutes } from "./routes/pipelines.js";
import { problemRoutes } from "./routes/problems.js";
import { runRoutes } from "./routes/runs.js";

/** Answers a request; to be given to a server. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The gateway as a handler of requests. It never listens. */
export function createApp(dependencies: Dependencies): Handler {
  const router = new Router({ sensitive: true, strict: true });
  for (const routes of [
    boardRoutes,
    elementRoutes,
    eventRoutes,
    featureRoutes,
    healthRoutes,
    hookRoutes,
    pipelineRoutes,
    problemRoutes,
    runRoutes,
  ]) {
    routes(router, dependencies);
  }
  const app = new Koa();
  app.use(sharedHeaders(dependencies));
  app.use(problemBoundary(dependencies.log));
  app.use(refuseOtherHosts(dependencies.hosts));
  app.use(compress());
  app.use(router.routes());
  app.use(router.allowedMethods());
  const handle = app.callback();
  return (request, response) => void handle(request, response);
}
