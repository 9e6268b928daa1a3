import type { Context } from "koa";
import { ANYONE } from "../access/identity.js";
import { identityOf } from "./identity-of.js";

/** Values of `Cache-Control`. */
export interface Caching {
  /** Of what may be another one the next time: asked for again each time. */
  changing: string;
  /** Of what never changes. */
  forEver: string;
}

const FOR_ALL: Caching = { changing: "no-cache", forEver: "public, max-age=31536000, immutable" };
/** No shared cache may keep it. */
const FOR_ONE: Caching = { changing: "private, no-cache", forEver: "private, max-age=31536000, immutable" };

/** What may be done with an answer: less where it depends on who asks. */
export function cachingOf(ctx: Context): Caching {
  return identityOf(ctx) === ANYONE ? FOR_ALL : FOR_ONE;
}
