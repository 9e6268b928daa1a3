import { createHmac, timingSafeEqual } from "node:crypto";

/** What a signed address leads to: the picture of a feature in one run. */
export interface SignedPicture {
  pipelineKey: string;
  run: string;
  featureKey: string;
  /** Until when, in seconds since 1970. */
  expires: number;
}

/** Signs addresses of pictures, so that they can be shown without a token until they expire. */
export class Signing {
  #keys: readonly [string, ...string[]];

  /** @param keys the first one signs, all are accepted: a new one is put first, an old one removed once its addresses expired */
  constructor(keys: readonly [string, ...string[]]) {
    this.#keys = keys;
  }

  /** Uses these keys from now on. */
  replace(keys: readonly [string, ...string[]]): void {
    this.#keys = keys;
  }

  /** A signature for a picture's address; 43 characters that need no encoding there. */
  sign(picture: SignedPicture): string {
    return signature(this.#keys[0], picture).toString("base64url");
  }

  /** Whether a signature is good for the picture, whenever it expires. */
  isGood(given: string, picture: SignedPicture): boolean {
    const bytes = Buffer.from(given, "base64url");
    let isGood = false;
    for (const key of this.#keys) {
      const right = signature(key, picture);
      isGood = (bytes.length === right.length && timingSafeEqual(bytes, right)) || isGood;
    }
    return isGood;
  }
}

function signature(key: string, { pipelineKey, run, featureKey, expires }: SignedPicture): Buffer {
  // Keys and run ids hold no slash, so no two pictures have the same text.
  return createHmac("sha256", key).update(`v1/${expires}/${pipelineKey}/${run}/${featureKey}`).digest();
}
