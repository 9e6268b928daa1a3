import { KEY_VARIABLES } from "./key-variables.js";
import type { StoreCredentials } from "./store-credentials.js";

/** As whom a store is asked, in words; without secrets. */
export function describeCredentials(credentials: StoreCredentials): string {
  const { accessKey, sessionToken, keyVariables: [variable] = KEY_VARIABLES.own, source } = credentials;
  if (source?.type === "container") return `with keys of the container's role, from ${source.address.origin}`;
  if (source?.type === "instance") return `with keys of the machine's role, from ${source.address.origin}`;
  if (source?.type === "web-identity") return `with keys of ${source.role}, from ${source.service.origin}`;
  if (accessKey === null) return "anonymously";
  const kind = sessionToken == null ? "" : " with a session token";
  const origin = variable === KEY_VARIABLES.own[0] ? "" : ` of ${variable}`;
  return `as ${accessKey.slice(0, 4)}…${origin}${kind}${source?.type === "files" ? ", read again from files" : ""}`;
}
