import { readFileSync } from "node:fs";
import type { Router } from "@koa/router";
import { textParameter } from "../http/query.js";
import { sendText } from "../http/send.js";
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

const FOLDER = new URL("../../page/", import.meta.url);
const FILES = { "board.css": "text/css", "board.js": "text/javascript" };

/** The board at `/`, and its own style and script. */
export function boardRoutes(router: Router, dependencies: Dependencies): void {
  const { index, defaultPipeline } = dependencies;
  router.get("/", (ctx) => {
    const asked = textParameter(ctx, "pipeline") ?? defaultPipeline;
    const pipelines = index.pipelines();
    const isDefault = asked === null || (asked === defaultPipeline && index.pipeline(asked) === undefined);
    const chosen = isDefault ? pipelines[0] : findPipeline(dependencies, asked);
    ctx.set("Content-Security-Policy", POLICY);
    ctx.vary("Accept-Language");
    sendText(
      ctx,
      "text/html; charset=utf-8",
      boardPage(pipelines, chosen, pageLanguage(ctx.get("Accept-Language"))),
    );
  });
  for (const [name, type] of Object.entries(FILES)) {
    const text = readFileSync(new URL(name, FOLDER), "utf8");
    router.get(`/page/${name}`, (ctx) => sendText(ctx, `${type}; charset=utf-8`, text));
  }
}
