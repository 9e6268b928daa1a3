import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Middleware } from "koa";

/**
 * Refuses requests for a host that the gateway is not. Without it a page of any site could point its own name at
 * this machine and read what is served to it (DNS rebinding).
 * @param hosts names in lower case, without a port; null for any
 */
export function refuseOtherHosts(hosts: ReadonlySet<string> | null): Middleware {
  return async (ctx, next) => {
    const host = (ctx.get("Host") || "").toLowerCase().replace(/:\d+$/, "");
    if (hosts !== null && !hosts.has(host)) {
      throw new FeaturescopeError(
        "unknown-host",
        "the gateway does not answer for this host; set PUBLIC_URL to its address",
      );
    }
    await next();
  };
}
