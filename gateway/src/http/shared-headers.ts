import type { Middleware } from "koa";
import type { Dependencies } from "../routes/dependencies.js";
import { PREFLIGHT_HEADERS, corsFor } from "./cors.js";

/** On every answer, errors included. What the gateway serves is data: no page may run, frame or sniff it. */
const SECURITY_HEADERS = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Sets the headers that every answer has, and answers preflight requests. */
export function sharedHeaders({ corsOrigins, draining }: Dependencies): Middleware {
  const cors = corsFor(corsOrigins);
  const fixed = {
    ...SECURITY_HEADERS,
    // Pictures are embedded by pages of other origins only where some are named.
    "Cross-Origin-Resource-Policy": corsOrigins.length > 0 ? "cross-origin" : "same-origin",
    Vary: "Accept-Encoding, Origin",
  };
  return async (ctx, next) => {
    const shared = cors(ctx.headers.origin);
    ctx.set({ ...fixed, ...shared });
    if (draining.isDraining) ctx.set("Connection", "close");
    if (ctx.method === "OPTIONS" && ctx.get("Access-Control-Request-Method") !== "") {
      ctx.status = 204;
      if ("Access-Control-Allow-Origin" in shared) ctx.set(PREFLIGHT_HEADERS);
      return;
    }
    await next();
  };
}
