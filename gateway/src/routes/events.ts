import type { Router } from "@koa/router";
import { type Identity, maySee } from "../access/identity.js";
import type { ToldOf } from "../events/event-hub.js";
import { identityOf } from "../http/identity-of.js";
import { PARAMETERS } from "../http/parameters.js";
import { textParameter } from "../http/query.js";
import type { Dependencies } from "./dependencies.js";
import { findReached } from "./find.js";

/** No proxy on the way may keep, change or hold back what is written. */
const STREAM_HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-cache, no-transform",
  "X-Accel-Buffering": "no",
};

/** Reports that a client may see, of a pipeline, with a feature; each by key or name, null for any. */
function filter(
  identity: Identity,
  pipeline: string | null,
  feature: string | null,
): (of: ToldOf) => boolean {
  return ({ pipelineKey, ...of }) =>
    maySee(identity, pipelineKey) &&
    (pipeline === null || pipeline === pipelineKey || pipeline === of.pipeline) &&
    (feature === null || of.features.rowOf(feature) !== null);
}

/** The stream of events, as Server-Sent Events. */
export function eventRoutes(router: Router, dependencies: Dependencies): void {
  const { access, events } = dependencies;
  router.get("/api/v1/events", (ctx) => {
    const identity = identityOf(ctx);
    const pipeline = textParameter(ctx, PARAMETERS.pipeline);
    // One without a run may be listened to: its first is told of.
    if (pipeline !== null) findReached(dependencies, identity, pipeline);
    const wants = filter(identity, pipeline, textParameter(ctx, PARAMETERS.feature));
    // One token may be behind many addresses, and one address in front of many clients.
    const client = access.isPrivate ? identity.name : ctx.ip;
    events.requireRoom(client);
    ctx.set(STREAM_HEADERS);
    ctx.compress = false;
    ctx.status = 200;
    if (ctx.method === "HEAD") return;
    ctx.respond = false;
    ctx.req.socket.setNoDelay(true);
    ctx.res.flushHeaders();
    const lastEventId = ctx.get("Last-Event-ID") || null;
    events.subscribe(ctx.res, { client, identity, wants, lastEventId });
  });
}
