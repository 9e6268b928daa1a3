import http, { type IncomingMessage } from "node:http";
import https from "node:https";
import type { Readable } from "node:stream";
import { FeaturescopeError, codeOf } from "@featurescope/analyzer/artifact";
import {
  type RenewedKeysOptions,
  type StoreCredentials,
  type StoreEndpoint,
  clientCredentials,
  storeFault,
} from "@featurescope/analyzer/credentials";
import { type BucketItem, Client } from "minio";
import { checkPath, isSafeName } from "./check-path.js";
import { type StoreCall, hardenedTransport } from "./hardened-transport.js";
import { pathIn } from "./path-in.js";
import { RefusedError } from "./refused-error.js";
import type { Store } from "./store.js";
import { tooLarge } from "./too-large.js";

/** Where an S3 store is and who asks. */
export interface S3Location extends StoreEndpoint, StoreCredentials {
  bucket: string;
  /** Folder in the bucket, without slashes at its ends; `""` for the whole bucket. */
  prefix: string;
}

/** A location, and how long its store may take. */
export interface S3Options extends S3Location {
  /** A call on which nothing moves for this long is given up. */
  idleMs?: number;
  /** A call is given up after this long. */
  deadlineMs?: number;
  onCall?: (call: StoreCall) => void;
  /** Who is told of keys that change, or cannot be renewed. */
  keys?: RenewedKeysOptions;
}

/** What a store says of an object that is not there, or in an archive. A 404 without it may be of a proxy that has no store behind it … */
const NO_SUCH_KEY = ["NoSuchKey", "InvalidObjectState"];
/** … but to HEAD a store can say no more. */
const NO_SUCH_HEAD = ["NoSuchKey", "NotFound"];
/** So many that calls hardly wait for one another: each has to be answered, or refused, in its time. */
const MAX_CONNECTIONS = 128;
/** A call for keys is given up after this long. */
const KEYS_MS = 1500;

async function readAll(response: IncomingMessage, path: string, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  const refuse = (found: number | "more"): never => {
    response.destroy();
    throw tooLarge(path, maxBytes, found);
  };
  const declared = Number(response.headers["content-length"] ?? 0);
  if (declared > maxBytes) refuse(declared);
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) refuse("more");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, bytes);
}

/** What a listing gives, as long as something comes within `ms` of being asked for. */
async function* moving(listing: Readable, ms: number): AsyncGenerator<BucketItem> {
  const items = listing[Symbol.asyncIterator]() as AsyncIterator<BucketItem>;
  try {
    for (;;) {
      const end = setTimeout(() => {
        // Else the library would go on asking for pages.
        // oxlint-disable-next-line no-underscore-dangle -- the stream's own name for it
        listing._read = () => undefined;
        listing.destroy(new Error(`nothing listed for ${ms} ms`));
      }, ms);
      const { done, value } = await items.next().finally(() => clearTimeout(end));
      if (done === true) return;
      yield value;
    }
  } finally {
    listing.destroy();
  }
}

/** Reports in a bucket of S3, or of any store that speaks like it. */
export function s3Store(options: S3Options): Store {
  const { endpoint, bucket, prefix, region, onCall, idleMs = 10_000, deadlineMs = 60_000 } = options;
  const secure = endpoint.protocol === "https:";
  const agent = { keepAlive: true, maxSockets: MAX_CONNECTIONS };
  const client = new Client({
    endPoint: endpoint.hostname,
    port: Number(endpoint.port) || (secure ? 443 : 80),
    useSSL: secure,
    // Without a region the library asks for it before the first call, once for each that waits.
    region,
    ...clientCredentials(options, Math.min(idleMs, KEYS_MS), options.keys),
    transport: hardenedTransport({
      secure,
      idleMs,
      deadlineMs,
      ...(onCall && { onCall }),
    }),
    transportAgent: secure ? new https.Agent(agent) : new http.Agent(agent),
    retryOptions: { disableRetry: true },
  });
  // Calls have an end; a listing whose pages lead to empty pages would have none.
  const listingMs = 2 * idleMs;
  const use = {
    bucket,
    right: `list and get below s3://${bucket}${prefix === "" ? "" : `/${prefix}`}`,
    correctBucket: "create it, or correct STORE",
  };

  /** @param unknown codes that say that there is no such object */
  function storeError(error: unknown, what: string, unknown: readonly string[] = []): FeaturescopeError {
    if (error instanceof FeaturescopeError) return error;
    if (unknown.includes(codeOf(error)))
      return new FeaturescopeError("unknown-file", `no object ${what} in the store`, { cause: error });
    const { fault, advice } = storeFault(options, use, error);
    return new FeaturescopeError("store-unreachable", `cannot read ${what}: ${fault}; ${advice}`, {
      cause: error,
    });
  }

  const keyOf = (path: string): string => pathIn(prefix, path);

  /**
   * AWS refuses an object that is not there to who may list below a prefix only, as to who may not read it; what is
   * listed tells which of the two it is.
   */
  async function refusal(
    error: unknown,
    path: string,
    unknown: readonly string[],
  ): Promise<FeaturescopeError> {
    if (codeOf(error) !== "AccessDenied") return storeError(error, path, unknown);
    const key = keyOf(path);
    try {
      for await (const { name } of moving(client.listObjectsV2(bucket, key, false), listingMs)) {
        if (name === key) return new RefusedError(storeError(error, path).message, { cause: error });
      }
    } catch {
      return storeError(error, path);
    }
    return new FeaturescopeError("unknown-file", `no object ${path} in the store`, { cause: error });
  }

  return {
    address: `${endpoint.origin}/${bucket}${prefix === "" ? "" : `/${prefix}`}`,
    async *list(folder) {
      if (folder !== "") checkPath(folder);
      const start = keyOf(folder === "" ? "" : `${folder}/`);
      let last = "";
      try {
        for await (const item of moving(client.listObjectsV2(bucket, start, false), listingMs)) {
          const key = item.name ?? item.prefix ?? "";
          // A folder's own marker, as some stores keep it.
          if (key === start) continue;
          // Some stores have given pages twice or of other folders: such a listing says nothing.
          const isNext = key.startsWith(start) && (item.prefix !== undefined || key > last);
          if (!isNext) throw new Error(`the listing of ${start} went astray at ${key}`);
          if (item.prefix === undefined) last = key;
          const name = key.slice(start.length).replace(/\/$/, "");
          if (!isSafeName(name)) continue;
          yield { name, type: item.prefix === undefined ? "file" : "folder" };
        }
      } catch (error) {
        throw storeError(error, `the list of ${start === "" ? bucket : start}`);
      }
    },
    async get(path, { maxBytes }) {
      checkPath(path);
      try {
        const response = await client.getObject(bucket, keyOf(path));
        return await readAll(response as IncomingMessage, path, maxBytes);
      } catch (error) {
        throw await refusal(error, path, NO_SUCH_KEY);
      }
    },
    async stat(path) {
      checkPath(path);
      try {
        const { size, lastModified } = await client.statObject(bucket, keyOf(path));
        return { bytes: size, modified: lastModified.getTime() };
      } catch (error) {
        throw await refusal(error, path, NO_SUCH_HEAD);
      }
    },
  };
}
