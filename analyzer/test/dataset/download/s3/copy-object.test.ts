import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type FakeS3, startFakeS3 } from "../../../../../gateway/test/support/fake-s3.js";
import { BucketReader } from "../../../../src/bucket/bucket-reader.js";
import { Database } from "../../../../src/dataset/database.js";
import { copyObject } from "../../../../src/dataset/download/s3/copy-object.js";
import { s3Download } from "../../../../src/dataset/download/s3/s3-download.js";
import { temporaryFolder } from "../../../temporary-folder.js";

const folder = temporaryFolder();
const address = "s3://reports/one";
const wanted = { key: "one", bytes: null, etag: null };

const anonymous = { region: "us-east-1", accessKey: null, secretKey: null };
const readerOf = ({ endpoint }: FakeS3, idleMs = 2000): BucketReader =>
  new BucketReader({ endpoint, ...anonymous }, "reports", { idleMs, pauseMs: 5 });

test("a disk that is full is told for what it is, and nothing is tried again", async () => {
  const fake = await startFakeS3(new Map([["one", Buffer.from("1")]]));
  const { signal } = new AbortController();
  const target = { path: "/dev/full", address, signal, onPiece: () => {} };
  await expect(copyObject(readerOf(fake), wanted, target)).rejects.toThrow(
    "Cannot read s3://reports/one: expected room for a copy among this machine's temporary files, found no space left. Set TMPDIR to a folder with more room.",
  );
  expect(fake.calls).toBe(1);
});

test("a copy that is stopped ends with the reason, and asks for nothing more", async () => {
  const body = Buffer.alloc(5_000_000, "a");
  const fake = await startFakeS3(new Map([["one", body]]));
  const stop = new AbortController();
  const reason = Object.assign(new Error("another failed"), { name: "S3Error" });
  const path = join(folder, "stopped");
  const target = { path, address, signal: stop.signal, onPiece: () => stop.abort(reason) };
  await expect(copyObject(readerOf(fake), wanted, target)).rejects.toBe(reason);
  expect(readFileSync(path).length).toBeLessThan(body.length);
  expect(fake.calls).toBe(1);
});

test("a body that stands still is given up, and asked for from there on", async () => {
  const body = Buffer.from(Array.from({ length: 100_000 }, (_, line) => `${line}\n`).join(""));
  const fake = await startFakeS3(new Map([["one", body]]));
  const ranges: (string | undefined)[] = [];
  fake.fault = ({ headers }, response) => {
    ranges.push(headers.range);
    if (headers.range !== undefined) return false;
    // Half of it, and nothing more.
    const etag = createHash("md5").update(body).digest("hex");
    response.writeHead(200, { "Content-Length": body.length, ETag: `"${etag}"` });
    response.write(body.subarray(0, body.length / 2));
    return true;
  };
  const { signal } = new AbortController();
  const path = join(folder, "still");
  const reader = readerOf(fake, 200);
  await copyObject(reader, wanted, { path, address, signal, onPiece: () => {} });
  expect(readFileSync(path).equals(body)).toBe(true);
  expect(ranges).toEqual([undefined, `bytes=${Math.floor(body.length / 2)}-`]);
});

test("how much is copied is told, of one object as of several", async () => {
  const body = Buffer.alloc(1_000_000, "a");
  const fake = await startFakeS3(
    new Map([
      ["one", body],
      ["more/1", body],
      ["more/2", body],
    ]),
  );
  const environment = { S3_ENDPOINT_URL: fake.endpoint.origin };
  for (const [address, total] of [
    ["s3://reports/one", 1_000_000],
    ["s3://reports/more/", 2_000_000],
  ] as const) {
    const told: [number, number][] = [];
    const database = await Database.open();
    const onCopied = (done: number, all: number): void => void told.push([done, all]);
    await s3Download(database, address, { environment, onCopied });
    database.close();
    expect(told.every(([, all]) => all === total)).toBe(true);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).toSorted((a, b) => a - b));
    expect(told.at(-1)).toEqual([total, total]);
  }
});
