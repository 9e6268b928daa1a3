import type { IncomingMessage, ServerResponse } from "node:http";
import { codeOf, FeaturescopeError } from "@featurescope/analyzer/artifact";
import Koa from "koa";
import compress from "koa-compress";
import { maySee } from "./access/identity.js";
import { noteUnderWay } from "./connections.js";
import { FastPath } from "./http/fast-path.js";
import { headWithoutLength } from "./http/head-without-length.js";
import { identityOf } from "./http/identity-of.js";
import { ownHosts } from "./http/own-hosts.js";
import { preflight } from "./http/preflight.js";
import { problemBoundary } from "./http/problem-boundary.js";
import { keptAnswerOf, routeOf } from "./http/send.js";
import { sharedHeadersFor } from "./http/shared-headers.js";
import { type Routes, createRouter } from "./routes/create-router.js";
import type { Dependencies } from "./routes/dependencies.js";

/** Answers a request; to be given to a server. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The gateway as a handler of requests: the fast path, and Koa for all that it cannot answer. It never listens. */
export function createApp(dependencies: Dependencies, routes: readonly Routes[]): Handler {
  const { access, cache, hosts, index, log, metrics, readiness } = dependencies;
  const router = createRouter(dependencies, routes);
  const sharedHeaders = sharedHeadersFor(dependencies);
  const isOwnHost = ownHosts(hosts);
  const fastPath = new FastPath({
    cache,
    index,
    sharedHeaders,
    observerOf: (route, status) => metrics.observerOf(route, status),
    mayAnswer({ host, authorization }, pipeline) {
      const identity = isOwnHost(host) ? access.known(authorization) : null;
      if (identity === null) return false;
      return identity.pipelines === null || (pipeline !== null && maySee(identity, pipeline));
    },
  });
  const app = new Koa();
  // Koa would print it. Problems are answered before; what is left came after an answer had begun.
  app.on("error", (error: unknown) => {
    if (!isOfClient(error)) log("error", "an answer broke off", { error });
  });
  app.use(async (ctx, next) => {
    const started = performance.now();
    const { version } = index;
    ctx.set(sharedHeaders(ctx.headers.origin));
    await next();
    const kept = keptAnswerOf(ctx);
    const isForAll = kept !== null && (kept.pipeline !== null || identityOf(ctx).pipelines === null);
    if (isForAll) fastPath.remember(ctx.req.url ?? "", kept, version);
    metrics.observerOf(routeOf(ctx), ctx.status)((performance.now() - started) / 1000);
  });
  app.use(preflight());
  app.use(problemBoundary(log, readiness));
  app.use(async (ctx, next) => {
    if (!isOwnHost(ctx.headers.host)) throw otherHost(ctx.headers.host);
    if (!isOpen(ctx.path)) ctx.state["identity"] = await access.identify(ctx.headers.authorization);
    await next();
  });
  app.use(
    compress({ threshold: (_type, _size, ctx) => (takesEncoding(ctx) ? WORTH_COMPRESSING : Infinity) }),
  );
  app.use(headWithoutLength(WORTH_COMPRESSING));
  app.use(router.routes());
  app.use(router.allowedMethods());
  const handle = app.callback();
  return (request, response) => {
    if (fastPath.answer(request, response)) return;
    noteUnderWay(response);
    void handle(request, response);
  };
}

/** Bytes; a smaller answer that is made for one request would hardly be sent sooner. */
const WORTH_COMPRESSING = 1024;

/** Addresses that everyone may ask for: they tell nothing of any report, or ask for another proof. */
const OPEN = new Set([
  "docs",
  "elements",
  "hooks",
  "livez",
  "openapi.json",
  "page",
  "problems",
  "readyz",
  "signed",
]);

function isOpen(path: string): boolean {
  return OPEN.has(path.split("/", 2)[1] ?? "");
}

/** Whether a client takes any form of an answer; who takes none, not even `identity`, gets it as it is, where koa-compress would fail. */
function takesEncoding(ctx: Koa.Context): boolean {
  return ctx.acceptsEncodings("br", "gzip", "deflate", "identity") !== false;
}

/** Whether a client went away, or sent what is no HTTP, to which Node has answered. */
function isOfClient(error: unknown): boolean {
  const code = codeOf(error);
  return ["ECONNRESET", "EPIPE", "ERR_STREAM_PREMATURE_CLOSE"].includes(code) || code.startsWith("HPE_");
}

function otherHost(host = ""): FeaturescopeError {
  return new FeaturescopeError(
    "unknown-host",
    `the gateway does not answer for the host ${JSON.stringify(host.slice(0, 200))}; set PUBLIC_URL to the address that clients use, and let a proxy in front hand on their Host`,
  );
}
