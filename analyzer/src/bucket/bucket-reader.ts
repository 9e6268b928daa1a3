import type { Client } from "minio";
import { bucketClient } from "./bucket-client.js";
import type { BucketStore } from "./bucket-store.js";
import { PATIENCE, type Patience, tryAgain } from "./try-again.js";

/** An object as a listing tells of it. */
export interface ListedObject {
  key: string;
  bytes: number;
  /** Without quotes; it changes with the content. */
  etag: string;
}

/** An object that is on its way. */
export interface ObjectBody {
  /** Bytes from {@link from} to the object's end. */
  content: AsyncIterable<Buffer>;
  /** Where the content begins: where it was asked for, or at 0 where the store knows no ranges. */
  from: number;
  /** Bytes of the whole object; null where the store does not say. */
  bytes: number | null;
  /** Without quotes; null where the store does not say. */
  etag: string | null;
}

/** Reads a bucket. Calls throw what the store says, see `storeFault`. */
export class BucketReader {
  readonly patience: Patience;
  readonly #bucket: string;
  readonly #client: Client;

  constructor(store: BucketStore, bucket: string, patience: Partial<Patience> = {}) {
    this.patience = { ...PATIENCE, ...patience };
    this.#bucket = bucket;
    this.#client = bucketClient(store, this.patience);
  }

  /**
   * Objects of a folder, page by page; a page that fails for a reason that may pass is asked for again.
   * @param folder ends in a slash, or is `""`: some stores lose keys where a listing begins in the middle of a name
   * @param isDeep whether objects of folders in it are listed too
   */
  async *list(folder: string, isDeep: boolean): AsyncGenerator<ListedObject> {
    let token = "";
    do {
      const page = await tryAgain(
        () => this.#client.listObjectsV2Query(this.#bucket, folder, token, isDeep ? "" : "/", 1000, ""),
        this.patience,
      );
      for (const item of page.objects) {
        if (item.name === undefined) continue;
        const { name: key, size: bytes } = item;
        // Some stores have given pages of other folders: such a listing says nothing.
        if (!key.startsWith(folder)) throw new Error(`the listing of ${folder} went astray at ${key}`);
        yield { key, bytes, etag: bareTag(item.etag) ?? "" };
      }
      const next = page.isTruncated ? page.nextContinuationToken : "";
      // One of digits alone comes as a number, which may be another one.
      if (page.isTruncated && (typeof next !== "string" || next === "" || next === token)) {
        throw new Error(`the listing of ${folder} does not go on`);
      }
      token = next ?? "";
    } while (token !== "");
  }

  /**
   * Begins to read an object.
   * @param etag the content that is expected: another is refused as `PreconditionFailed`, by stores that know conditions; null for any
   */
  async read(key: string, from = 0, etag: string | null = null): Promise<ObjectBody> {
    const headers = {
      ...(from > 0 && { Range: `bytes=${from}-` }),
      ...(etag !== null && { "If-Match": `"${etag}"` }),
    };
    // The library's own ways to read take no conditions.
    const call = { method: "GET" as const, bucketName: this.#bucket, objectName: key, headers };
    const response = await this.#client.makeRequestAsync(call, "", [200, 206]);
    const isPart = response.statusCode === 206;
    const [, start, total] = /^bytes (\d+)-\d+\/(\d+)$/.exec(response.headers["content-range"] ?? "") ?? [];
    const bytes = isPart ? total : response.headers["content-length"];
    return {
      content: response,
      from: isPart ? Number(start ?? from) : 0,
      bytes: bytes === undefined ? null : Number(bytes),
      etag: bareTag(response.headers.etag),
    };
  }

  /** Up to `most` first bytes of an object. */
  async start(key: string, most = Infinity): Promise<Buffer> {
    return tryAgain(async () => {
      const { content, bytes } = await this.read(key);
      const chunks: Buffer[] = [];
      let length = 0;
      for await (const chunk of content) {
        chunks.push(chunk);
        length += chunk.length;
        // To leave the loop ends the call.
        if (length >= most) break;
      }
      if (length < most && bytes !== null && length !== bytes)
        throw new Error(`${length} of ${bytes} bytes came`);
      return Buffer.concat(chunks).subarray(0, most);
    }, this.patience);
  }
}

function bareTag(etag: string | undefined): string | null {
  return etag === undefined ? null : etag.replace(/^(W\/)?"|"$/g, "");
}
