import type { TokenReader } from "./access.js";
import type { Identity } from "./identity.js";

/** A token that the configuration lists, by its hash. */
export interface ListedToken {
  name: string;
  /** Of the token, as hex. */
  sha256: string;
  /** Keys of the pipelines that it reaches; null for all. */
  pipelines: ReadonlySet<string> | null;
}

/** Accepts the tokens of a list. They are found by hash, so the time it takes tells nothing of a token. */
export class ListedTokens implements TokenReader {
  #byDigest = new Map<string, Identity>();

  constructor(tokens: readonly ListedToken[]) {
    this.replace(tokens);
  }

  /** Accepts these tokens from now on. Who had one that is no longer listed, or reaches other pipelines now, is known no longer. */
  replace(tokens: readonly ListedToken[]): void {
    const before = this.#byDigest;
    this.#byDigest = new Map(
      tokens.map((token) => {
        const known = before.get(token.sha256);
        const { sha256, name, pipelines } = token;
        return [sha256, isOf(known, token) ? known : { name, pipelines, expires: null }];
      }),
    );
    for (const [digest, identity] of before) {
      if (this.#byDigest.get(digest) !== identity) identity.expires = 0;
    }
  }

  async read(_token: string, digest: string): ReturnType<TokenReader["read"]> {
    const identity = this.#byDigest.get(digest);
    return identity === undefined ? null : { identity, until: Infinity };
  }
}

function isOf(identity: Identity | undefined, { name, pipelines }: ListedToken): identity is Identity {
  return identity?.name === name && textOf(identity.pipelines) === textOf(pipelines);
}

function textOf(pipelines: ReadonlySet<string> | null): string | null {
  return pipelines === null ? null : [...pipelines].toSorted().join("|");
}
