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

/** Adds the addresses of one resource. */
export type Routes = (router: Router, dependencies: Dependencies) => void;

/** Probes and metrics. */
export const ADMIN_ROUTES: readonly Routes[] = [healthRoutes, metricsRoutes];

/** All but those. */
export const PUBLIC_ROUTES: readonly Routes[] = [
  boardRoutes,
  elementRoutes,
  eventRoutes,
  featureRoutes,
  hookRoutes,
  openapiRoutes,
  pipelineRoutes,
  problemRoutes,
  // Before those of runs, where its last word would be taken for a file.
  signedRoutes,
  runRoutes,
];

/** Every address that the gateway answers. */
export const ALL_ROUTES: readonly Routes[] = [...PUBLIC_ROUTES, ...ADMIN_ROUTES];

/** Leads addresses to what answers them; they are told apart by case and by a slash at the end. */
export function createRouter(dependencies: Dependencies, all: readonly Routes[]): Router {
  const router = new Router({ sensitive: true, strict: true });
  for (const routes of all) routes(router, dependencies);
  return router;
}
