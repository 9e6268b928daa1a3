import { byHeader } from "./by-header.js";

/**
 * Tells whether a request is for a host that the gateway is, by its `Host` header. Without this a page of any site could
 * point its own name at this machine and read what is served to it (DNS rebinding).
 * @param hosts names in lower case, without a port; null for any
 */
export function ownHosts(hosts: ReadonlySet<string> | null): (header: string | undefined) => boolean {
  if (hosts === null) return () => true;
  const isOwn = byHeader((header) => hosts.has(header.toLowerCase().replace(/:\d+$/, "")));
  return (header) => isOwn(header ?? "");
}
