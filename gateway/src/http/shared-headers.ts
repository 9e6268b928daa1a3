import { corsFor } from "./cors.js";

/** What the headers of every answer depend on. */
export interface SharedHeadersOptions {
  /** Origins whose pages may read answers, compared whole. */
  corsOrigins: readonly string[];
  /** While set, connections are closed after their answer. */
  draining: { readonly isDraining: boolean };
}

/** What the gateway serves is data: no page may run, frame or sniff it. */
const SECURITY_HEADERS = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/** Headers that every answer has, errors included, for requests from pages of an origin. */
export function sharedHeadersFor({
  corsOrigins,
  draining,
}: SharedHeadersOptions): (origin: string | undefined) => Record<string, string> {
  const cors = corsFor(corsOrigins);
  const fixed = {
    ...SECURITY_HEADERS,
    // Pictures are embedded by pages of other origins only where some are named.
    "Cross-Origin-Resource-Policy": corsOrigins.length > 0 ? "cross-origin" : "same-origin",
    Vary: "Accept-Encoding, Origin",
  };
  return (origin) => ({
    ...fixed,
    ...cors(origin),
    ...(draining.isDraining ? { Connection: "close" } : {}),
  });
}
