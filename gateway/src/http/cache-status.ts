import type { ServedFile } from "../files/served-file.js";

/** `Cache-Status` of what is served from memory. */
export const HIT = "featurescope; hit";

/** How the gateway came by a file, as `Cache-Status` of RFC 9211. */
export function cacheStatus({ read, isSubstitute }: Pick<ServedFile, "read" | "isSubstitute">): string {
  if (isSubstitute) return "featurescope; fwd=stale";
  if (read.outcome === "hit") return HIT;
  if (read.outcome === "stale") return `${HIT}; ttl=${Math.floor(read.freshSeconds)}`;
  if (read.outcome === "collapsed") return "featurescope; fwd=miss; collapsed";
  return `featurescope; fwd=miss${read.isKept ? "; stored" : ""}`;
}
