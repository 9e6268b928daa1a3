import { byHeader } from "./by-header.js";

/** The host of a `Host` header in lower case, without its port. */
const hostOf = byHeader((header) => header.toLowerCase().replace(/:\d+$/, ""));

/**
 * Whether a request is for a host that the gateway is. Without this a page of any site could point its own name at this
 * machine and read what is served to it (DNS rebinding).
 * @param hosts names in lower case, without a port; null for any
 * @param header the request's `Host`
 */
export function isOwnHost(hosts: ReadonlySet<string> | null, header: string | undefined): boolean {
  return hosts === null || hosts.has(hostOf(header ?? ""));
}
