import type { Router } from "@koa/router";
import { MEDIA_TYPES } from "../files/media-type-of.js";
import { cachingOf } from "../http/caching.js";
import { pathParameter } from "../http/path-parameter.js";
import { publicAddress } from "../http/public-address.js";
import { sendRepresentation, sendText } from "../http/send.js";
import type { Dependencies } from "./dependencies.js";

/** Folders of the build whose files are named by their content. */
const HASHED = /^(chunks|assets)\//;
const ENTRY = "featurescope.js";

/**
 * The elements' bundle, for pages of any origin: it is the same for everyone. Below `/elements/<version>/` it is the
 * same for ever, so that a page can pin it by an integrity hash; `/elements/build.json` says how.
 */
export function elementRoutes(router: Router, { elements, publicUrl }: Dependencies): void {
  router.get("/elements/{*path}", async (ctx) => {
    const path = pathParameter(ctx, "path");
    ctx.set("Access-Control-Allow-Origin", "*");
    ctx.set("Cross-Origin-Resource-Policy", "cross-origin");
    if (path === "build.json") {
      const { version, integrity } = await elements.build();
      const src = publicAddress(publicUrl, `elements/${version}/${ENTRY}`);
      const entry = { src, integrity: integrity[ENTRY] ?? null };
      sendText(ctx, MEDIA_TYPES.json, JSON.stringify({ version, ...entry, files: integrity }));
      return;
    }
    const [first = "", ...rest] = path.split("/");
    const isPinned = rest.length > 0 && first === (await elements.build()).version;
    const file = isPinned ? rest.join("/") : path;
    const { changing, forEver } = cachingOf(ctx);
    const caching = isPinned || HASHED.test(path) ? forEver : changing;
    sendRepresentation(ctx, await elements.get(file), { "Cache-Control": caching });
  });
}
