import { createHash, timingSafeEqual } from "node:crypto";

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

/** Secrets of those who may say that something changed. */
export class HookTokens {
  #digests: Buffer[] | null = null;

  /** @param tokens null where everyone may */
  constructor(tokens: readonly string[] | null) {
    if (tokens !== null) this.replace(tokens);
  }

  /** Accepts these from now on, and no other. */
  replace(tokens: readonly string[]): void {
    this.#digests = tokens.map(digest);
  }

  /** Whether a secret is accepted; takes the same time whichever it is, and whatever it shares with one. */
  accepts(secret: string): boolean {
    if (this.#digests === null) return true;
    const given = digest(secret);
    let isFound = false;
    for (const each of this.#digests) isFound = timingSafeEqual(given, each) || isFound;
    return isFound;
  }
}
