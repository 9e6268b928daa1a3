import type { IncomingHttpHeaders } from "node:http";
import type { Representation } from "../files/representation.js";
import { acceptedVariant } from "./accepted-encoding.js";
import { matchesEtag } from "./matches-etag.js";

/** What is to be written: complete but for the headers that every answer has. */
export interface Answer {
  status: 200 | 304;
  headers: Record<string, string>;
  /** Null with 304. */
  body: Buffer | null;
}

/**
 * Chooses the encoding that the client takes, and answers 304 where it has that already.
 * @param headers of the resource: caching, location; sent with 304 too
 */
export function answerWith(
  representation: Representation,
  request: IncomingHttpHeaders,
  headers: Record<string, string>,
): Answer {
  const { encoding, etag, body } = acceptedVariant(
    representation.variants,
    request["accept-encoding"] ?? "identity",
  );
  const common = { ...headers, ETag: etag };
  if (matchesEtag(request["if-none-match"], etag)) return { status: 304, headers: common, body: null };
  return {
    status: 200,
    headers: {
      ...common,
      "Content-Type": representation.type,
      ...(encoding === "identity" ? {} : { "Content-Encoding": encoding }),
      "Content-Length": String(body.length),
    },
    body,
  };
}
