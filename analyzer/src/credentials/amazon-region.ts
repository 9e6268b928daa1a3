import type { Environment } from "./environment.js";

/** The region that Amazon's variables name; null where they do not. */
export function amazonRegion(environment: Environment): string | null {
  return environment["AWS_REGION"]?.trim() || environment["AWS_DEFAULT_REGION"]?.trim() || null;
}
