import http from "node:http";
import https from "node:https";
import { setTimeout as wait } from "node:timers/promises";
import { type BucketItem, Client } from "minio";
import { NotNow, boundedTransport } from "./bounded-transport.js";
import { bucketError, codeOf } from "./bucket-error.js";
import type { BucketLocation } from "./bucket-location.js";

/** How long a store may take. */
export interface Patience {
  /** A call on which nothing moves for this long is given up. */
  idleMs: number;
  /** Pause after the first failed attempt; twice as long after each further one. */
  pauseMs: number;
}

const PATIENCE: Patience = { idleMs: 10_000, pauseMs: 300 };
const ATTEMPTS = 4;
const LONGEST_PAUSE_MS = 10_000;
/** Objects above this size would be sent in parts, which no condition could cover; no file of a report comes near. */
const PART_BYTES = 1024 * 1024 * 1024;

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

  constructor(location: BucketLocation, patience: Partial<Patience> = {}) {
    this.#location = location;
    this.#patience = { ...PATIENCE, ...patience };
    const { endpoint, region, accessKey, secretKey } = location;
    const secure = endpoint.protocol === "https:";
    const agent = { keepAlive: true, maxSockets: 16 };
    this.#client = new Client({
      endPoint: endpoint.hostname,
      port: Number(endpoint.port) || (secure ? 443 : 80),
      useSSL: secure,
      // Without a region the library asks for it before the first call, once for each that waits.
      region,
      ...(accessKey !== null && secretKey !== null ? { accessKey, secretKey } : {}),
      partSize: PART_BYTES,
      transport: boundedTransport(secure, this.#patience.idleMs),
      transportAgent: secure ? new https.Agent(agent) : new http.Agent(agent),
      retryOptions: { disableRetry: true },
    });
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
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (attempt === ATTEMPTS || !mayPass(error)) throw bucketError(this.#location, error);
        const asked = error instanceof NotNow ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
        const pause = Math.max(asked, this.#patience.pauseMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
        await wait(Math.min(LONGEST_PAUSE_MS, pause));
      }
    }
  }
}

/** A store that answers with an S3 error means it; all else, from a reset to a full queue, may pass. */
function mayPass(error: unknown): boolean {
  return error instanceof Error && error.name !== "S3Error";
}
