import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createGunzip } from "node:zlib";

/** Whether the file's first two bytes are gzip's. */
export async function isGzip(path: string): Promise<boolean> {
  const start = await startOf(path, 2);
  return start[0] === 0x1f && start[1] === 0x8b;
}

/** Up to `length` first bytes, as they are on disk. */
export async function startOf(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Growing starts of a file's content, unpacked where it is gzip; the caller stops when it has seen enough. */
export async function* contentOf(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const gunzip = (await isGzip(path)) ? createGunzip() : null;
  if (gunzip !== null) file.on("error", (error) => gunzip.destroy(error)).pipe(gunzip);
  let content: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of gunzip ?? file) {
      content = Buffer.concat([content, chunk as Buffer]);
      yield content;
    }
  } finally {
    file.destroy();
    gunzip?.destroy();
  }
}
