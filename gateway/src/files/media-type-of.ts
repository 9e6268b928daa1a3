/** Media types of what is served, by the end of a file's name. */
export const MEDIA_TYPES = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  map: "application/json; charset=utf-8",
  png: "image/png",
  svg: "image/svg+xml",
  woff2: "font/woff2",
} as const;

/** The media type of a file by its name. */
export function mediaTypeOf(path: string): string {
  const types: Readonly<Record<string, string>> = MEDIA_TYPES;
  return types[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}
