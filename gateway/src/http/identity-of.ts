import type { Context } from "koa";
import { ANYONE, type Identity } from "../access/identity.js";

/** Who sends the request, once that was found out. */
export function identityOf(ctx: Context): Identity {
  return (ctx.state["identity"] as Identity | undefined) ?? ANYONE;
}
