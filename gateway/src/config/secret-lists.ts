import type { ListedToken } from "../access/listed-tokens.js";
import type { Variables } from "./variables.js";

/** Lists of secrets. Those that come from files may change while the gateway runs. */
export interface SecretLists {
  /** Tokens that are accepted, by their hashes; null where none are listed. */
  accessTokens: ListedToken[] | null;
  /** Keys for signed addresses: the first one signs, all are accepted; null where none are signed. */
  signingKeys: [string, ...string[]] | null;
  /** Secrets of those who may say that something changed; null where none are listed. */
  hookTokens: string[] | null;
}

const TOKEN = /^([\w.-]{1,100}):([0-9a-f]{64})(?::([\w.~|-]+))?$/;

/** ACCESS_TOKENS: `name:<SHA-256 of the token, in hex>`, and where it reaches some pipelines only `:key|key` after it. */
function readTokens(variables: Variables): ListedToken[] | null {
  const entries = variables.list("ACCESS_TOKENS");
  if (entries === null) return null;
  return entries.flatMap((entry, i) => {
    const [, name = "", sha256 = "", pipelines] = TOKEN.exec(entry) ?? [];
    if (name !== "") return [{ name, sha256, pipelines: pipelines ? new Set(pipelines.split("|")) : null }];
    variables.faults.push(
      `ACCESS_TOKENS: expected name:<64 hex digits of the token's SHA-256>, followed by :pipeline|pipeline where it reaches some only, found something else in entry ${i + 1}`,
    );
    return [];
  });
}

/** The lists that variables, or the files that they name, give. */
export function readSecretLists(variables: Variables): SecretLists {
  return {
    accessTokens: readTokens(variables),
    signingKeys: variables.secrets("SIGNING_KEYS"),
    hookTokens: variables.secrets("HOOK_TOKENS"),
  };
}
