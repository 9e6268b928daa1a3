import { Router } from "@koa/router";
import { boardRoutes } from "./board.js";
import type { Dependencies } from "./dependencies.js";
import { elementRoutes } from "./elements.js";
import { eventRoutes } from "./events.js";
import { featureRoutes } from "./features.js";
import { healthRoutes } from "./health.js";
import { hookRoutes } from "./hooks.js";
import { metricsRoutes } from "./metrics.js";
import { openapiRoutes } from "./openapi.js";
import { pipelineRoutes } from "./pipelines.js";
import { problemRoutes } from "./problems.js";
import { runRoutes } from "./runs.js";
import { signedRoutes } from "./signed.js";

/** Every address that the gateway answers. They are told apart by case and by a slash at the end. */
export function createRouter(dependencies: Dependencies): Router {
  const router = new Router({ sensitive: true, strict: true });
  for (const routes of [
    boardRoutes,
    elementRoutes,
    eventRoutes,
    featureRoutes,
    healthRoutes,
    hookRoutes,
    metricsRoutes,
    openapiRoutes,
    pipelineRoutes,
    problemRoutes,
    // Before those of runs, where its last word would be taken for a file.
    signedRoutes,
    runRoutes,
  ]) {
    routes(router, dependencies);
  }
  return router;
}
