import type { Router } from "@koa/router";
import type { Dependencies } from "./dependencies.js";

/** What is measured, in Prometheus' text format. */
export function metricsRoutes(router: Router, { metrics }: Dependencies): void {
  router.get("/metrics", async (ctx) => {
    ctx.set("Cache-Control", "no-store");
    ctx.type = metrics.registry.contentType;
    ctx.body = await metrics.registry.metrics();
  });
}
