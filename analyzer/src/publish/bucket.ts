import type { BucketItem, Client } from "minio";
import { codeOf } from "../artifact/index.js";
import { bucketClient } from "../bucket/bucket-client.js";
import { PATIENCE, type Patience, tryAgain } from "../bucket/try-again.js";
import { NotNow } from "../credentials/index.js";
import { bucketError } from "./bucket-error.js";
import type { BucketLocation } from "./bucket-location.js";

const TYPES: Record<string, string> = {
  json: "application/json",
  png: "image/png",
  md: "text/markdown; charset=utf-8",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
};

/**
 * A bucket to publish into, below a prefix. Calls that fail for reasons that may pass are tried again: each of them may be
 * done twice. Errors are FeaturescopeErrors `store-unreachable`.
 */
export class Bucket {
  readonly #location: BucketLocation;
  readonly #patience: Patience;
  readonly #client: Client;

  constructor(location: BucketLocation, patience: Partial<Patience>) {
    this.#location = location;
    this.#patience = { ...PATIENCE, ...patience };
    this.#client = bucketClient(location, this.#patience);
  }

  /** Full address of a path, for messages. */
  addressOf(path: string): string {
    return `s3://${this.#location.bucket}/${this.#keyOf(path)}`;
  }

  /** An object's bytes; null where there is none. */
  get(path: string): Promise<Buffer | null> {
    return this.#call(async () => {
      try {
        const response = await this.#client.getObject(this.#location.bucket, this.#keyOf(path));
        return Buffer.concat(await response.toArray());
      } catch (error) {
        const code = codeOf(error);
        if (code === "NoSuchKey" || (code === "AccessDenied" && !(await this.#isListed(path)))) return null;
        throw error;
      }
    });
  }

  /** Writes an object, also over another. */
  put(path: string, body: Buffer): Promise<void> {
    return this.#call(() => this.#put(path, body, {}));
  }

  /** Writes an object unless there is one; gives the bytes of the one that is there then. */
  async create(path: string, body: Buffer): Promise<Buffer> {
    await this.#call(async () => {
      try {
        await this.#put(path, body, { "If-None-Match": "*" });
      } catch (error) {
        const code = codeOf(error);
        // Said while another such call is under way.
        if (code === "ConditionalRequestConflict") throw new NotNow(409, undefined);
        if (code === "NotImplemented") await this.#putIfAbsent(path, body);
        else if (code !== "PreconditionFailed") throw error;
      }
    });
    return (await this.get(path)) ?? body;
  }

  /** AWS refuses an object that is not there to who may list below a prefix only; what is listed tells. */
  async #isListed(path: string): Promise<boolean> {
    const key = this.#keyOf(path);
    const items = this.#client.listObjectsV2(this.#location.bucket, key, false);
    for await (const { name } of items as AsyncIterable<BucketItem>) if (name === key) return true;
    return false;
  }

  /** For stores that know no conditions: two at the same moment may both think that they were first. */
  async #putIfAbsent(path: string, body: Buffer): Promise<void> {
    if ((await this.get(path)) === null) await this.#put(path, body, {});
  }

  async #put(path: string, body: Buffer, condition: Record<string, string>): Promise<void> {
    const type = TYPES[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
    const headers = { "Content-Type": type, ...condition };
    await this.#client.putObject(this.#location.bucket, this.#keyOf(path), body, body.length, headers);
  }

  #keyOf(path: string): string {
    const { prefix } = this.#location;
    return prefix === "" ? path : `${prefix}/${path}`;
  }

  async #call<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await tryAgain(work, this.#patience);
    } catch (error) {
      throw bucketError(this.#location, error);
    }
  }
}
