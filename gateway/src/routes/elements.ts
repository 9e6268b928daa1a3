import type { Router } from "@koa/router";
import { pathParameter } from "../http/path-parameter.js";
import { IMMUTABLE, NO_CACHE, sendRepresentation } from "../http/send.js";
import type { Dependencies } from "./dependencies.js";

/** Folders of the build whose files are named by their content. */
const HASHED = /^(chunks|assets)\//;

/** The elements' bundle, for pages of any origin: it is the same for everyone. */
export function elementRoutes(router: Router, { elements }: Dependencies): void {
  router.get("/elements/{*path}", async (ctx) => {
    const path = pathParameter(ctx, "path");
    const file = await elements.get(path);
    ctx.set("Access-Control-Allow-Origin", "*");
    ctx.set("Cross-Origin-Resource-Policy", "cross-origin");
    sendRepresentation(ctx, file, { "Cache-Control": HASHED.test(path) ? IMMUTABLE : NO_CACHE });
  });
}
