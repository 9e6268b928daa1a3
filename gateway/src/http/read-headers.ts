import type { IncomingMessage } from "node:http";

/** The headers of a request that a kept answer depends on. */
export interface AskedHeaders {
  host: string | undefined;
  origin: string | undefined;
  authorization: string | undefined;
  acceptEncoding: string | undefined;
  ifNoneMatch: string | undefined;
}

/** Reads them as they came: Node makes an object of all headers only when it is asked for one, which takes as long as a look-up. */
export function readHeaders(request: IncomingMessage): AskedHeaders {
  const asked: AskedHeaders = {
    host: undefined,
    origin: undefined,
    authorization: undefined,
    acceptEncoding: undefined,
    ifNoneMatch: undefined,
  };
  const { rawHeaders } = request;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const field = fieldOf(rawHeaders[at]!);
    if (field === null) continue;
    // Which of two counts, or whether they are joined, is for Node to say.
    if (asked[field] !== undefined) return joined(request);
    asked[field] = rawHeaders[at + 1]!;
  }
  return asked;
}

function fieldOf(name: string): keyof AskedHeaders | null {
  switch (name.length) {
    case 4:
      return name.toLowerCase() === "host" ? "host" : null;
    case 6:
      return name.toLowerCase() === "origin" ? "origin" : null;
    case 13: {
      const lower = name.toLowerCase();
      if (lower === "if-none-match") return "ifNoneMatch";
      return lower === "authorization" ? "authorization" : null;
    }
    case 15:
      return name.toLowerCase() === "accept-encoding" ? "acceptEncoding" : null;
    default:
      return null;
  }
}

function joined({ headers }: IncomingMessage): AskedHeaders {
  return {
    host: headers.host,
    origin: headers.origin,
    authorization: headers.authorization,
    acceptEncoding: headers["accept-encoding"],
    ifNoneMatch: headers["if-none-match"],
  };
}
