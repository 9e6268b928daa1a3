import type { Context } from "koa";
import type { KeptRepresentation, Representation } from "../files/representation.js";
import type { ServedFile } from "../files/served-file.js";
import { tagOf } from "../files/tag-of.js";
import { answerHeaders, choose } from "./answer.js";
import { HIT, cacheStatus } from "./cache-status.js";
import { cachingOf } from "./caching.js";
import { matchesEtag } from "./matches-etag.js";

/** An answer that can be given again without asking anyone, as long as the index does not change. */
export interface KeptAnswer {
  /** Under which the cache has the representation. */
  key: string;
  /** Of the resource. */
  headers: Record<string, string>;
  /** Who may see this pipeline gets the same answer; null where the answer depends on who asks. */
  pipeline: string | null;
  /** The route that answered. */
  route: string;
  /** Whether it says how old it is. */
  hasAge: boolean;
}

/** The answer that was given, if it can be given again. */
export function keptAnswerOf(ctx: Context): KeptAnswer | null {
  return (ctx.state["kept"] as KeptAnswer | undefined) ?? null;
}

/** Headers of a kept answer when it is given again. */
export function headersOfHit({ headers }: KeptAnswer): Record<string, string> {
  return "Cache-Status" in headers ? { ...headers, "Cache-Status": HIT } : headers;
}

/** The route that a request matched, for metrics; `none` for no route. */
export function routeOf(ctx: Context): string {
  const route: unknown = ctx["_matchedRoute"];
  return typeof route === "string" ? route : "none";
}

/** Answers with a representation that is at hand; koa-compress leaves it alone. */
export function sendRepresentation(
  ctx: Context,
  representation: Representation,
  headers: Record<string, string>,
): void {
  const choice = choose(representation, ctx.headers);
  ctx.compress = false;
  ctx.status = choice.status;
  ctx.set(answerHeaders(representation, choice, headers));
  ctx.body = choice.status === 304 ? null : choice.variant.body;
}

/**
 * Answers with a representation that the cache keeps; the fast path may answer the next request for it.
 * @param pipeline key of the pipeline that the address names, as who may see it gets the same answer; null where the
 *   answer depends on who asks
 */
export function sendKept(
  ctx: Context,
  { representation, key }: KeptRepresentation,
  headers: Record<string, string>,
  pipeline: string | null,
): void {
  sendRepresentation(ctx, representation, headers);
  keep(ctx, { key, headers, pipeline, hasAge: false });
}

/** Answers with a report's file, and says how the gateway came by it. @param pipeline as for {@link sendKept} */
export function sendFile(
  ctx: Context,
  served: ServedFile,
  headers: Record<string, string>,
  pipeline: string | null,
): void {
  const { isSubstitute, read, key } = served;
  const all = { ...headers, "Cache-Status": cacheStatus(served) };
  sendRepresentation(ctx, served.representation, all);
  const isFromMemory = read.outcome === "hit" || read.outcome === "stale";
  if (isFromMemory) ctx.set("Age", String(Math.floor(read.ageSeconds)));
  if (isSubstitute || read.outcome === "stale") return;
  keep(ctx, { key, headers: all, pipeline, hasAge: true });
}

function keep(ctx: Context, answer: Omit<KeptAnswer, "route">): void {
  ctx.state["kept"] = { ...answer, route: routeOf(ctx) } satisfies KeptAnswer;
}

/** Answers with text made for this request alone, to be compressed on the way; its tag is weak, as its bytes then vary. */
export function sendText(ctx: Context, type: string, text: string | Buffer): void {
  const tag = tagOf(text);
  ctx.set("Cache-Control", cachingOf(ctx).changing);
  ctx.set("ETag", `W/"${tag}"`);
  if (matchesEtag(ctx.get("If-None-Match") || undefined, `"${tag}"`)) {
    ctx.status = 304;
    ctx.body = null;
    return;
  }
  ctx.type = type;
  ctx.body = text;
}
