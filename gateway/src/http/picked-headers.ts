/** The headers of a request that an answer from memory depends on. */
export interface PickedHeaders {
  acceptEncoding: string | undefined;
  authorization: string | undefined;
  host: string | undefined;
  ifNoneMatch: string | undefined;
  origin: string | undefined;
}

/** Told apart by length first, and compared as they are mostly written before case is ignored: most are none of these. */
function fieldOf(name: string): keyof PickedHeaders | null {
  switch (name.length) {
    case 4:
      return name === "Host" || name.toLowerCase() === "host" ? "host" : null;
    case 6:
      return name === "Origin" || name.toLowerCase() === "origin" ? "origin" : null;
    case 13:
      if (name === "If-None-Match" || name.toLowerCase() === "if-none-match") return "ifNoneMatch";
      return name.toLowerCase() === "authorization" ? "authorization" : null;
    case 15:
      return name === "Accept-Encoding" || name.toLowerCase() === "accept-encoding" ? "acceptEncoding" : null;
    default:
      return null;
  }
}

/**
 * Picks headers out of the list as it was received. The object of all headers that Node makes when it is asked for takes
 * longer, for a browser's headers as long as everything else that an answer from memory needs.
 * @param raw names and values in turn
 * @returns null where one of them comes more than once, as Node then has rules of its own
 */
export function pickHeaders(raw: readonly string[]): PickedHeaders | null {
  const picked: PickedHeaders = {
    acceptEncoding: undefined,
    authorization: undefined,
    host: undefined,
    ifNoneMatch: undefined,
    origin: undefined,
  };
  for (let i = 0; i < raw.length; i += 2) {
    const field = fieldOf(raw[i]!);
    if (field === null) continue;
    if (picked[field] !== undefined) return null;
    picked[field] = raw[i + 1];
  }
  return picked;
}
