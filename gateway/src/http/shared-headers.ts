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

/** Further headers while connections are to be closed. */
const CLOSE = { Connection: "close" };

/**
 * Headers that every answer has, errors included, for requests from pages of an origin. The same object is given as long
 * as they are the same, so that what is made from them can be kept.
 */
export function sharedHeadersFor({
  corsOrigins,
  draining,
}: SharedHeadersOptions): (origin: string | undefined) => Readonly<Record<string, string>> {
  const cors = corsFor(corsOrigins);
  const fixed = {
    ...SECURITY_HEADERS,
    // Pictures are embedded by pages of other origins only where some are named.
    "Cross-Origin-Resource-Policy": corsOrigins.length > 0 ? "cross-origin" : "same-origin",
    Vary: "Accept-Encoding, Origin",
  };
  const open = (origin?: string) => ({ ...fixed, ...cors(origin) });
  const byOrigin = new Map(corsOrigins.map((origin) => [origin, open(origin)]));
  const others = open();
  return (origin) => {
    const headers = (origin !== undefined && byOrigin.get(origin)) || others;
    return draining.isDraining ? { ...headers, ...CLOSE } : headers;
  };
}
