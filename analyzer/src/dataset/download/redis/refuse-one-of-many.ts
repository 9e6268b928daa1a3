import type { RedisLink } from "./redis-link.js";

/** Of a cluster of two masters, even one with nearly all slots does not have the keys of so many names. */
const PROBES = 1000;

/**
 * Asks for keys that are not there: one server of a cluster says that some are elsewhere, where it would otherwise give its own
 * keys as if they were all.
 * @param match the pattern, because some users may ask for no other keys
 * @throws FeaturescopeError `input-unreadable` where the server is one of several
 */
export async function refuseOneOfMany(link: RedisLink, match: string): Promise<void> {
  // Braces would put all into one slot.
  const base = match.replace(/[{}]/g, "").replace(/\*?$/, "");
  const replies = await link.ask(
    Array.from({ length: PROBES }, (_, i) => ["TYPE", `${base}featurescope-${i}`]),
  );
  const moved = replies.find((reply) => reply instanceof Error && /^(MOVED|ASK)\b/.test(reply.message));
  if (moved !== undefined) throw link.fault(moved as Error);
}
