import type { Router } from "@koa/router";
import { textParameter } from "../http/query.js";
import type { Report } from "../index/report.js";
import type { Dependencies } from "./dependencies.js";

/** No proxy on the way may keep, change or hold back what is written. */
const STREAM_HEADERS = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-cache, no-transform",
  "X-Accel-Buffering": "no",
};

/** Reports of a pipeline that have a feature; each by key or name, null for any. */
function filter(pipeline: string | null, feature: string | null): (report: Report) => boolean {
  return ({ pipelineKey, manifest }) =>
    (pipeline === null || pipeline === pipelineKey || pipeline === manifest.pipeline) &&
    (feature === null || manifest.features.some(({ key, name }) => key === feature || name === feature));
}

/** The stream of events, as Server-Sent Events. */
export function eventRoutes(router: Router, { events }: Dependencies): void {
  router.get("/api/v1/events", (ctx) => {
    const wants = filter(textParameter(ctx, "pipeline"), textParameter(ctx, "feature"));
    const client = ctx.ip;
    events.requireRoom(client);
    ctx.set(STREAM_HEADERS);
    ctx.compress = false;
    ctx.status = 200;
    if (ctx.method === "HEAD") return;
    ctx.respond = false;
    ctx.req.socket.setNoDelay(true);
    ctx.res.flushHeaders();
    events.subscribe(ctx.res, { client, wants, lastEventId: ctx.get("Last-Event-ID") || null });
  });
}
