import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Router } from "@koa/router";
import type { Dependencies } from "./dependencies.js";
import { requireReady } from "./find.js";

/** Probes: `livez` while the process runs, `readyz` while it can answer and is not about to end. */
export function healthRoutes(router: Router, dependencies: Dependencies): void {
  const { draining, readiness } = dependencies;
  router.get("/livez", (ctx) => {
    ctx.set("Cache-Control", "no-store");
    ctx.body = { status: "alive" };
  });
  router.get("/readyz", (ctx) => {
    if (draining.isDraining) throw new FeaturescopeError("not-ready", "the gateway is about to stop");
    requireReady(dependencies, "the store has not been read yet");
    ctx.set("Cache-Control", "no-store");
    // A store that fails later is no reason to take the gateway away: it answers from memory.
    ctx.body = { status: "ready", store: readiness.failure ?? "reachable" };
  });
}
