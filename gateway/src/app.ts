import type { IncomingMessage, ServerResponse } from "node:http";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { Router } from "@koa/router";
import Koa from "koa";
import compress from "koa-compress";
import { FastPath } from "./http/fast-path.js";
import { isOwnHost } from "./http/is-own-host.js";
import { preflight } from "./http/preflight.js";
import { problemBoundary } from "./http/problem-boundary.js";
import { keptAnswerOf, routeOf } from "./http/send.js";
import { sharedHeadersFor } from "./http/shared-headers.js";
import { boardRoutes } from "./routes/board.js";
import type { Dependencies } from "./routes/dependencies.js";
import { elementRoutes } from "./routes/elements.js";
import { eventRoutes } from "./routes/events.js";
import { featureRoutes } from "./routes/features.js";
import { healthRoutes } from "./routes/health.js";
import { hookRoutes } from "./routes/hooks.js";
import { metricsRoutes } from "./routes/metrics.js";
import { pipelineRoutes } from "./routes/pipelines.js";
import { problemRoutes } from "./routes/problems.js";
import { runRoutes } from "./routes/runs.js";

/** Answers a request; to be given to a server. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The gateway as a handler of requests: the fast path, and Koa for all that it cannot answer. It never listens. */
export function createApp(dependencies: Dependencies): Handler {
  const { cache, hosts, index, log, metrics } = dependencies;
  const router = new Router({ sensitive: true, strict: true });
  for (const routes of [
    boardRoutes,
    elementRoutes,
    eventRoutes,
    featureRoutes,
    healthRoutes,
    hookRoutes,
    metricsRoutes,
    pipelineRoutes,
    problemRoutes,
    runRoutes,
  ]) {
    routes(router, dependencies);
  }
  const sharedHeaders = sharedHeadersFor(dependencies);
  const fastPath = new FastPath({
    cache,
    index,
    sharedHeaders,
    onAnswer: (route, status, seconds) => metrics.observeRequest(route, status, seconds),
    needsMore: ({ headers }) => !isOwnHost(hosts, headers.host),
  });
  const app = new Koa();
  app.use(async (ctx, next) => {
    const started = performance.now();
    const { version } = index;
    ctx.set(sharedHeaders(ctx.headers.origin));
    await next();
    const kept = keptAnswerOf(ctx);
    if (kept !== null) fastPath.remember(ctx.req.url ?? "", kept, version);
    metrics.observeRequest(routeOf(ctx), ctx.status, (performance.now() - started) / 1000);
  });
  app.use(preflight());
  app.use(problemBoundary(log));
  app.use(async (ctx, next) => {
    if (!isOwnHost(hosts, ctx.headers.host)) throw otherHost();
    await next();
  });
  app.use(compress());
  app.use(router.routes());
  app.use(router.allowedMethods());
  const handle = app.callback();
  return (request, response) => {
    if (!fastPath.answer(request, response)) void handle(request, response);
  };
}

function otherHost(): FeaturescopeError {
  return new FeaturescopeError(
    "unknown-host",
    "the gateway does not answer for this host; set PUBLIC_URL to its address",
  );
}
