import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Router, RouterContext } from "@koa/router";
import { bearerOf } from "../access/bearer-of.js";
import { pathParameter } from "../http/path-parameter.js";
import type { Dependencies } from "./dependencies.js";

/** No notification is larger; a body is thrown away, but not without end. */
const MAX_BODY_BYTES = 256 * 1024;

/**
 * Takes the notification of a store or a pipeline, of whatever shape, as a hint to look now. What it says is not read:
 * the gateway looks by itself, so a forged, repeated or lost one does no harm.
 */
export function hookRoutes(router: Router, { hookTokens, hint }: Dependencies): void {
  function take(ctx: RouterContext, secret: string): void {
    if (!hookTokens.accepts(secret)) {
      throw new FeaturescopeError(
        "unauthorized",
        "expected a token of HOOK_TOKENS, as a bearer token or at the end of the address",
      );
    }
    let received = 0;
    ctx.req.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > MAX_BODY_BYTES) ctx.req.destroy();
    });
    hint();
    ctx.set("Cache-Control", "no-store");
    ctx.status = 202;
    ctx.body = { status: "accepted" };
  }

  router.post("/hooks/refresh", (ctx) => take(ctx, bearerOf(ctx.headers.authorization) ?? ""));
  router.post("/hooks/refresh/:secret", (ctx) => take(ctx, pathParameter(ctx, "secret")));
}
