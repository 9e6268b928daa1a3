import { ERRORS, FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Router } from "@koa/router";
import { pathParameter } from "../http/path-parameter.js";

/** What a problem's `type` leads to: its meaning, in one line. */
export function problemRoutes(router: Router): void {
  router.get("/problems/:code", (ctx) => {
    const entry = Object.entries(ERRORS).find(([code]) => code === pathParameter(ctx, "code"));
    if (entry === undefined) throw new FeaturescopeError("unknown-address", "no problem has this code");
    ctx.set("Cache-Control", "public, max-age=3600");
    ctx.type = "text/plain; charset=utf-8";
    ctx.body = `${entry[0]}: ${entry[1].meaning}\n`;
  });
}
