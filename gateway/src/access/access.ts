import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { sha256 } from "../sha256.js";
import { bearerOf } from "./bearer-of.js";
import { ANYONE, type Identity, isOver } from "./identity.js";

/** Tells who a token is of. */
export interface TokenReader {
  /**
   * Null where it is none of its tokens.
   * @param digest SHA-256 of the token, as hex
   * @throws FeaturescopeError `issuer-unreachable`
   */
  read(token: string, digest: string): Promise<KnownToken | null>;
}

/** A token that was found good. */
export interface KnownToken {
  identity: Identity;
  /** When it must be looked at again, in milliseconds since 1970. */
  until: number;
}

/** Tokens that are remembered as good. */
const MAX_KNOWN = 1000;

/** Asks those who send requests who they are. */
export class Access {
  #readers: readonly TokenReader[];
  #known = new Map<string, KnownToken>();
  #now: () => number;

  /** @param readers none where everyone may see everything */
  constructor(readers: readonly TokenReader[], now: () => number = Date.now) {
    this.#readers = readers;
    this.#now = now;
  }

  /** Whether answers are for some only. */
  get isPrivate(): boolean {
    return this.#readers.length > 0;
  }

  /** Who sends a request, if that is known without asking further; null otherwise. @param authorization its header */
  known(authorization: string | undefined): Identity | null {
    if (!this.isPrivate) return ANYONE;
    const token = bearerOf(authorization);
    const known = token === null ? undefined : this.#known.get(sha256(token));
    return known !== undefined && known.until > this.#now() && !isOver(known.identity, this.#now())
      ? known.identity
      : null;
  }

  /**
   * Who sends a request.
   * @param authorization its header
   * @throws FeaturescopeError `unauthorized`, `issuer-unreachable`
   */
  async identify(authorization: string | undefined): Promise<Identity> {
    const known = this.known(authorization);
    if (known !== null) return known;
    const token = bearerOf(authorization);
    if (token === null) throw new FeaturescopeError("unauthorized", "expected a bearer token, found none");
    const digest = sha256(token);
    for (const reader of this.#readers) {
      const found = await reader.read(token, digest);
      if (found === null) continue;
      if (this.#known.size >= MAX_KNOWN) this.#known.clear();
      this.#known.set(digest, found);
      return found.identity;
    }
    throw new FeaturescopeError("unauthorized", "the token is not accepted, or no longer accepted");
  }
}
