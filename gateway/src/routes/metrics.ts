import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Router } from "@koa/router";
import { identityOf } from "../http/identity-of.js";
import type { Dependencies } from "./dependencies.js";

/** What is measured, in Prometheus' text format. */
export function metricsRoutes(router: Router, { metrics }: Dependencies): void {
  router.get("/metrics", async (ctx) => {
    if (identityOf(ctx).pipelines !== null) {
      throw new FeaturescopeError(
        "forbidden",
        "the metrics tell of every pipeline; the token does not reach all",
      );
    }
    ctx.set("Cache-Control", "no-store");
    ctx.type = metrics.registry.contentType;
    ctx.body = await metrics.registry.metrics();
  });
}
