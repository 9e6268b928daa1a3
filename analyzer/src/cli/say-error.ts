import { FeaturescopeError, messageOf } from "../artifact/index.js";

function chainOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const cause = error instanceof Error ? error.cause : undefined;
  return cause === undefined ? stack : `${stack}\ncause: ${chainOf(cause)}`;
}

/**
 * An error for a person: what was expected, found and to do; where it came from only with `debug`. With `json` one
 * line of JSON with its code.
 */
export function sayError(error: unknown, { json, debug }: { json: boolean; debug: boolean }): string {
  const known = error instanceof FeaturescopeError;
  const text = known
    ? error.message
    : `unexpected: ${messageOf(error)}; please run it again with --debug and report it`;
  const origin = debug ? `${chainOf(error)}\n` : "";
  if (json) {
    return `${JSON.stringify({ error: { code: known ? error.code : "unexpected", message: text } })}\n${origin}`;
  }
  return `featurescope: ${text}\n${origin}`;
}
