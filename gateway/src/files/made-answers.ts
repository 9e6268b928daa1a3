import type { ByteCache } from "../cache/byte-cache.js";
import { MEDIA_TYPES } from "./media-type-of.js";
import { type KeptRepresentation, type Representation, represent } from "./representation.js";

/**
 * Answers made from the index: once for each version of what they are made from, then served like files.
 * An answer to an older version is never asked for again and gives way by itself.
 */
export class MadeAnswers {
  #cache: ByteCache<Representation>;

  constructor(cache: ByteCache<Representation>) {
    this.#cache = cache;
  }

  /** @param make gives what is answered as JSON, or its bytes */
  async get(version: number, make: () => unknown): Promise<KeptRepresentation> {
    const key = `made/${version}`;
    const { value } = await this.#cache.get(key, async () => {
      const made = await make();
      const body = Buffer.isBuffer(made) ? made : Buffer.from(JSON.stringify(made));
      return represent(body, MEDIA_TYPES.json);
    });
    return { representation: value, key };
  }
}
