/** Headers that pages of other origins may read, beside those that they always may. */
const EXPOSED = "Age, Cache-Status, Content-Location, ETag, Retry-After";

/** Headers that say what pages of an origin may do with an answer; the same object for the same origin. */
export type Cors = (origin: string | undefined) => Readonly<Record<string, string>>;

const headersOf = (origin: string) => ({
  "Access-Control-Allow-Origin": origin,
  "Access-Control-Expose-Headers": EXPOSED,
});

/**
 * Sharing with pages of the origins in a list, compared whole: no patterns, no suffixes. `*` in the list means any
 * origin; credentials are never allowed, so nothing is given that an anonymous request would not get.
 */
export function corsFor(origins: readonly string[]): Cors {
  if (origins.includes("*")) {
    const any = headersOf("*");
    return () => any;
  }
  const none = {};
  const allowed = new Map(origins.map((origin) => [origin, headersOf(origin)]));
  return (origin) => (origin === undefined ? none : (allowed.get(origin) ?? none));
}
