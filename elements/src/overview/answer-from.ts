import type { Fetch } from "../fetch.js";

/** The folder that the page's files lie in; no server's. */
export const REPORT = "report:/";

/** Answers from files that the page holds. @param files packed by gzip, as base64, by their paths in the report */
export function answerFrom(files: Readonly<Record<string, string>>): Fetch {
  return async (address) => {
    const packed = files[address.slice(REPORT.length)];
    if (packed === undefined) return new Response(null, { status: 404 });
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const content = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(content, { headers: { "Content-Type": "application/json" } });
  };
}
