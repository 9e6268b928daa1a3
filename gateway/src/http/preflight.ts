import type { Middleware } from "koa";

/** Further headers of the answer to a preflight request whose origin is allowed. */
const PREFLIGHT_HEADERS = {
  "Access-Control-Allow-Methods": "GET, HEAD",
  "Access-Control-Allow-Headers": "Authorization, Cache-Control, If-None-Match, Last-Event-ID",
  "Access-Control-Max-Age": "600",
};

/** Answers preflight requests; whether the origin is allowed is in the shared headers, which are set before. */
export function preflight(): Middleware {
  return async (ctx, next) => {
    if (ctx.method !== "OPTIONS" || ctx.get("Access-Control-Request-Method") === "") {
      await next();
      return;
    }
    ctx.status = 204;
    if (ctx.res.hasHeader("Access-Control-Allow-Origin")) ctx.set(PREFLIGHT_HEADERS);
  };
}
