import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Router } from "@koa/router";
import { maySee } from "../access/identity.js";
import { MEDIA_TYPES, mediaTypeOf } from "../files/media-type-of.js";
import { represent } from "../files/representation.js";
import { cachingOf } from "../http/caching.js";
import { identityOf } from "../http/identity-of.js";
import { PARAMETERS } from "../http/parameters.js";
import { textParameter } from "../http/query.js";
import { sendRepresentation, sendText } from "../http/send.js";
import { boardPage, pageLanguage } from "./board-page.js";
import type { Dependencies } from "./dependencies.js";
import { findPipeline } from "./find.js";

/** Only what this gateway serves: its script, its style, its data, and pictures drawn from them. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

const PAGE = new URL("../../page/", import.meta.url);
const { resolve } = createRequire(import.meta.url);

/** What the page is made of beside the elements, by name; the font is the one that the charts' pictures are drawn with. */
const FILES = new Map<string, string | URL>([
  ...["board.css", "board.js", "views.js", "docs.css", "icon.svg"].map(
    (name) => [name, new URL(name, PAGE)] as const,
  ),
  ...[400, 500, 600].map(
    (weight) =>
      [
        `inter-${weight}.woff2`,
        resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`),
      ] as const,
  ),
]);

/** The board at `/`, and its own style and script. */
export function boardRoutes(router: Router, dependencies: Dependencies): void {
  const { index, defaultPipeline, readiness } = dependencies;
  router.get("/", (ctx) => {
    const asked = textParameter(ctx, PARAMETERS.pipeline) ?? defaultPipeline;
    const identity = identityOf(ctx);
    const pipelines = index.pipelines().filter(({ key }) => maySee(identity, key));
    const isDefault = asked === null || (asked === defaultPipeline && index.pipeline(asked) === undefined);
    const chosen = isDefault ? pipelines[0] : findPipeline(dependencies, identity, asked);
    ctx.set("Content-Security-Policy", POLICY);
    ctx.vary("Accept-Language");
    sendText(
      ctx,
      MEDIA_TYPES.html,
      boardPage(pipelines, chosen, pageLanguage(ctx.get("Accept-Language")), readiness.isReady),
    );
  });
  for (const [name, path] of FILES) {
    const file = represent(readFileSync(path), mediaTypeOf(name));
    router.get(`/page/${name}`, async (ctx) => {
      sendRepresentation(ctx, await file, { "Cache-Control": cachingOf(ctx).changing });
    });
  }
}
