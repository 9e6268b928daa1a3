import { readFileSync } from "node:fs";
import type { Router } from "@koa/router";
import { MEDIA_TYPES } from "../files/media-type-of.js";
import { represent } from "../files/representation.js";
import { cachingOf } from "../http/caching.js";
import { sendRepresentation } from "../http/send.js";
import { type OpenapiDocument, docsPage } from "../openapi/docs-page.js";

const DOCUMENT = new URL("../../openapi.json", import.meta.url);
/** The page and its style, nothing else. */
const POLICY =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The gateway's own description, for programs and for people. */
export function openapiRoutes(router: Router): void {
  const body = readFileSync(DOCUMENT);
  const document = represent(body, MEDIA_TYPES.json);
  const page = represent(
    Buffer.from(docsPage(JSON.parse(String(body)) as OpenapiDocument)),
    MEDIA_TYPES.html,
  );
  router.get("/openapi.json", async (ctx) => {
    sendRepresentation(ctx, await document, { "Cache-Control": cachingOf(ctx).changing });
  });
  router.get("/docs", async (ctx) => {
    ctx.set("Content-Security-Policy", POLICY);
    sendRepresentation(ctx, await page, { "Cache-Control": cachingOf(ctx).changing });
  });
}
