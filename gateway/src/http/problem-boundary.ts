import { randomUUID } from "node:crypto";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Middleware } from "koa";
import type { Level, Log } from "../log.js";
import { FailureLog } from "./failure-log.js";
import { type Problem, RETRY_AFTER_SECONDS, problemOf } from "./problem.js";

/** Headers of an answer that was begun and is not to be sent. */
const OF_THE_BODY = [
  "Cache-Control",
  "Content-Disposition",
  "Content-Encoding",
  "Content-Location",
  "ETag",
  "Last-Modified",
];

/** The id that a proxy in front gave to the request, where it can stand in a log as it is; else a new one. */
function requestId(given: string): string {
  return /^[\w.:-]{1,64}$/.test(given) ? given : randomUUID();
}

/** An address as it may be logged: what opens a picture or lets one hint is a secret. */
function loggedPath(path: string): string {
  return path.replace(/^\/(signed|hooks\/refresh)\/.*/, "/$1/…");
}

/**
 * How a failure is logged; null where it is none, but a state that is in the log as soon as it changes. Each probe and each
 * client asks anew meanwhile.
 */
function levelOf(error: unknown, { status }: Problem, isReady: boolean): Level | null {
  const isState =
    (status === 503 && !isReady) || (error instanceof FeaturescopeError && error.code === "not-ready");
  if (status < 500 || isState) return null;
  return status === 500 ? "error" : "warn";
}

/** The one place where errors become answers: problem documents, with what is ours in the log only. */
export function problemBoundary(log: Log, readiness: { readonly isReady: boolean }): Middleware {
  const failures = new FailureLog(log);
  return async (ctx, next) => {
    try {
      await next();
      if (ctx.body != null || ctx.status < 400) return;
      const allowed = ctx.response.get("Allow");
      // Set, but empty, where the router knows neither method nor address.
      if (!allowed) ctx.remove("Allow");
      throw !allowed
        ? new FeaturescopeError("unknown-address", "there is nothing at this address; see /api/v1/pipelines")
        : new FeaturescopeError("method-not-allowed", `expected one of ${allowed}, found ${ctx.method}`);
    } catch (error) {
      const id = requestId(ctx.get("X-Request-Id"));
      const problem = problemOf(error, id);
      const level = levelOf(error, problem, readiness.isReady);
      if (level !== null) {
        const { status, type } = problem;
        failures.tell(level, { id, status, type, path: loggedPath(ctx.path), error });
      }
      for (const name of OF_THE_BODY) ctx.remove(name);
      ctx.set("Cache-Control", "no-store");
      ctx.set("X-Request-Id", id);
      if (problem.status === 401) ctx.set("WWW-Authenticate", "Bearer");
      if (problem.status === 503) ctx.set("Retry-After", String(RETRY_AFTER_SECONDS));
      ctx.compress = false;
      ctx.status = problem.status;
      ctx.type = "application/problem+json; charset=utf-8";
      ctx.body = JSON.stringify(problem);
    }
  };
}
