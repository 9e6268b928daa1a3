import { Readable } from "node:stream";
import type { Middleware } from "koa";

/**
 * Lets HEAD tell no length where GET would compress its answer on the way, as it may tell no other than GET does (RFC 9110, 8.6);
 * koa-compress leaves HEAD as it is.
 * @param leastBytes from which on answers are compressed
 */
export function headWithoutLength(leastBytes: number): Middleware {
  return async (ctx, next) => {
    await next();
    const mayBeCompressed = ctx.compress !== false && ctx.get("Accept-Encoding") !== "";
    if (ctx.method === "HEAD" && mayBeCompressed && (ctx.length ?? 0) >= leastBytes)
      ctx.body = Readable.from([]);
  };
}
