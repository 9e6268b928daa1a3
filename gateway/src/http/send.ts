import { createHash } from "node:crypto";
import type { Context } from "koa";
import type { CacheOutcome } from "../cache/byte-cache.js";
import type { Representation } from "../files/representation.js";
import { answerWith } from "./answer.js";
import { matchesEtag } from "./matches-etag.js";

/** What may be done with an answer: kept for ever, or asked for again each time. */
export const IMMUTABLE = "public, max-age=31536000, immutable";
export const NO_CACHE = "no-cache";

/** How the gateway came by a file, as `Cache-Status` of RFC 9211. */
export function cacheStatus({ outcome }: { outcome: CacheOutcome }): string {
  if (outcome === "hit") return "featurescope; hit";
  return outcome === "stale" ? "featurescope; hit; fwd=stale" : "featurescope; fwd=miss; stored";
}

/** Answers with a representation that is at hand; koa-compress leaves it alone. */
export function sendRepresentation(
  ctx: Context,
  representation: Representation,
  headers: Record<string, string>,
): void {
  const answer = answerWith(representation, ctx.headers, headers);
  ctx.compress = false;
  ctx.status = answer.status;
  ctx.set(answer.headers);
  ctx.body = answer.body;
}

/** Answers with text made for this request alone, to be compressed on the way; its tag is weak, as its bytes then vary. */
export function sendText(ctx: Context, type: string, text: string): void {
  const tag = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  ctx.set("Cache-Control", NO_CACHE);
  ctx.set("ETag", `W/"${tag}"`);
  if (matchesEtag(ctx.get("If-None-Match") || undefined, `"${tag}"`)) {
    ctx.status = 304;
    ctx.body = null;
    return;
  }
  ctx.type = type;
  ctx.body = text;
}
