const parsed = new Map<string, string>();

/** The host of a `Host` header in lower case, without its port. */
function hostOf(header: string): string {
  let host = parsed.get(header);
  if (host === undefined) {
    host = header.toLowerCase().replace(/:\d+$/, "");
    // Few different ones are in use; a client that makes them up must not fill the memory.
    if (parsed.size >= 100) parsed.clear();
    if (header.length <= 300) parsed.set(header, host);
  }
  return host;
}

/**
 * Whether a request is for a host that the gateway is. Without this a page of any site could point its own name at this
 * machine and read what is served to it (DNS rebinding).
 * @param hosts names in lower case, without a port; null for any
 * @param header the request's `Host`
 */
export function isOwnHost(hosts: ReadonlySet<string> | null, header: string | undefined): boolean {
  return hosts === null || hosts.has(hostOf(header ?? ""));
}
