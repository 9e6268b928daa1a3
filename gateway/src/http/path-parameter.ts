import type { RouterContext } from "@koa/router";

/** A part of the address that the route names; decoded once, and to be looked up, never joined into a path. */
export function pathParameter(ctx: RouterContext, name: string): string {
  return ctx.params[name] ?? "";
}
