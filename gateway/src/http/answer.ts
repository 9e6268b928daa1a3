import type { IncomingHttpHeaders } from "node:http";
import type { Representation, Variant } from "../files/representation.js";
import { acceptedVariant } from "./accepted-variant.js";
import { matchesEtag } from "./matches-etag.js";

/** The variant that a client takes, and whether it has that already. */
export interface Choice {
  variant: Variant;
  /** 304 where the client has it. */
  status: 200 | 304;
}

/** 304 where the client has the variant already. */
export function statusOf({ etag }: Variant, ifNoneMatch: string | undefined): Choice["status"] {
  return matchesEtag(ifNoneMatch, etag) ? 304 : 200;
}

/** Chooses the encoding that the client takes, and 304 where it has that already. */
export function choose({ variants }: Representation, request: IncomingHttpHeaders): Choice {
  const variant = acceptedVariant(variants, request["accept-encoding"]);
  return { variant, status: statusOf(variant, request["if-none-match"]) };
}

/**
 * Headers of an answer, but for those that every answer has.
 * @param headers of the resource: caching, location; sent with 304 too
 */
export function answerHeaders(
  { type, fileName }: Representation,
  { variant, status }: Choice,
  headers: Record<string, string>,
): Record<string, string> {
  const { encoding, etag, body } = variant;
  const common = { ...headers, ETag: etag };
  if (status === 304) return common;
  return {
    ...common,
    "Content-Type": type,
    ...(fileName !== null && { "Content-Disposition": `inline; filename="${fileName}"` }),
    ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
    "Content-Length": String(body.length),
  };
}
