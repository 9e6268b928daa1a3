import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { startFakeS3 } from "../support/fake-s3.js";
import { startS3Store } from "./start-s3-store.js";
import { codeOf } from "./store-suite.js";

const object = (key: string) =>
  `<Contents><Key>${key}</Key><LastModified>2026-11-01T00:00:00.000Z</LastModified><ETag>x</ETag><Size>1</Size></Contents>`;

test("a store that refuses what is not there, as AWS does to who may list one prefix only, is understood", async () => {
  const { fake, store, get } = await startS3Store();
  fake.objects.set("secret", Buffer.from("not for the reader"));
  fake.fault = ({ url = "", method }, response) => {
    const isList = url.includes("list-type");
    if (isList || fake.objects.has(url.slice("/reports/".length).replace("secret", ""))) return false;
    const body = "<Error><Code>AccessDenied</Code><Message>no</Message></Error>";
    response.writeHead(403).end(method === "HEAD" ? undefined : body);
    return true;
  };

  expect(await codeOf(store.get("gone", { maxBytes: 100 }))).toBe("unknown-file");
  expect(await codeOf(store.stat("gone"))).toBe("unknown-file");
  expect(await codeOf(store.get("secret", { maxBytes: 100 }))).toBe("store-unreachable");
  expect(String(await get())).toBe("text");
});

test("a listing that leads elsewhere or back is refused", async () => {
  const { fake, store } = await startS3Store();
  const names = async () => {
    const found: string[] = [];
    for await (const { name } of store.list("a")) found.push(name);
    return found;
  };
  const answer = (contents: string) => {
    fake.fault = (_request, response) => {
      response.end(`<ListBucketResult><IsTruncated>false</IsTruncated>${contents}</ListBucketResult>`);
      return true;
    };
  };

  answer(object("a/1") + object("a/2"));
  expect(await names()).toEqual(["1", "2"]);
  answer(object("a/1") + object("b/2"));
  expect(await codeOf(names())).toBe("store-unreachable");
  answer(object("a/1") + object("a/1"));
  expect(await codeOf(names())).toBe("store-unreachable");
});

test("a listing that goes on for ever without saying anything is given up", async () => {
  const { fake, store, get } = await startS3Store({ deadlineMs: 200 });
  let pages = 0;
  fake.fault = (request, response) => {
    if (request.url?.includes("list-type") !== true) return false;
    pages++;
    response.end(
      "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>again</NextContinuationToken></ListBucketResult>",
    );
    return true;
  };
  const list = async () => {
    for await (const entry of store.list("a")) expect(entry).toBeUndefined();
  };

  expect(await codeOf(list())).toBe("store-unreachable");
  const asked = pages;
  expect(asked).toBeGreaterThan(1);
  // One page may be on its way. Were the listing to go on, these calls would come between its next ones.
  for (let i = 0; i < 10; i++) await get();
  expect(pages - asked).toBeLessThanOrEqual(1);
});

test("a store that sends its readers elsewhere is not followed", async () => {
  const elsewhere = await startFakeS3(new Map([["file", Buffer.from("elsewhere")]]));
  for (const status of [301, 302, 307, 308]) {
    const { fake, get, store } = await startS3Store();
    fake.fault = (_request, response) => {
      response.writeHead(status, { Location: `${elsewhere.endpoint.origin}/reports/file` }).end();
      return true;
    };
    const list = async () => {
      for await (const entry of store.list("")) expect(entry).toBeUndefined();
    };

    expect([status, await codeOf(get())]).toEqual([status, "store-unreachable"]);
    expect([status, await codeOf(list())]).toEqual([status, "store-unreachable"]);
  }
  expect(elsewhere.calls).toBe(0);
});

test("a compressed answer is not unpacked, so no bomb goes off", async () => {
  const { fake, store } = await startS3Store();
  const bomb = gzipSync(Buffer.alloc(100_000_000));
  fake.fault = (_request, response) => {
    response.writeHead(200, { "Content-Encoding": "gzip", "Content-Length": bomb.length }).end(bomb);
    return true;
  };

  expect((await store.get("file", { maxBytes: bomb.length })).equals(bomb)).toBe(true);
  expect(await codeOf(store.get("file", { maxBytes: bomb.length - 1 }))).toBe("document-invalid");
});

test("only as many pages are asked for as are read", async () => {
  const { fake, store } = await startS3Store();
  for (let i = 0; i < 5000; i++) fake.objects.set(`many/${String(i).padStart(5, "0")}`, Buffer.from("x"));
  const names: string[] = [];
  for await (const { name } of store.list("many")) names.push(name);
  const before = fake.lists;
  for await (const { name } of store.list("many")) {
    names.push(name);
    break;
  }

  expect([names.length, names[10], names[5000]]).toEqual([5001, "00010", "00000"]);
  expect(before).toBe(5);
  expect(fake.lists).toBe(6);
});
