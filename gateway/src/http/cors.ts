/** Headers that pages of other origins may read, beside those that they always may. */
const EXPOSED = "Cache-Status, Content-Location, ETag, Retry-After";

/** Headers that say what pages of an origin may do with an answer. */
export type Cors = (origin: string | undefined) => Record<string, string>;

/**
 * Sharing with pages of the origins in a list, compared whole: no patterns, no suffixes. `*` in the list means any
 * origin; credentials are never allowed, so nothing is given that an anonymous request would not get.
 */
export function corsFor(origins: readonly string[]): Cors {
  const allowed = new Set(origins);
  if (allowed.has("*")) {
    const headers = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": EXPOSED };
    return () => headers;
  }
  return (origin) =>
    origin !== undefined && allowed.has(origin)
      ? { "Access-Control-Allow-Origin": origin, "Access-Control-Expose-Headers": EXPOSED }
      : {};
}
