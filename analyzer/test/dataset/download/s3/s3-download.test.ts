import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { startFakeS3 } from "../../../../../gateway/test/support/fake-s3.js";
import { type FaultProxy, startFaultProxy } from "../../../../../gateway/test/support/fault-proxy.js";
import { startMinio } from "../../../../../gateway/test/support/servers/minio.js";
import { obtain } from "../../../../../gateway/test/support/servers/obtain.js";
import { BUCKET, PREFIX, READER, type RealS3 } from "../../../../../gateway/test/support/servers/real-s3.js";
import { startSeaweedfs } from "../../../../../gateway/test/support/servers/seaweedfs.js";
import { Database } from "../../../../src/dataset/database.js";
import { s3Download } from "../../../../src/dataset/download/s3/s3-download.js";

/** Objects in a bucket behind a proxy. */
interface Bucket {
  /** `s3://bucket/folder/` of the objects, in which there are no others. */
  root: string;
  proxy: FaultProxy;
  put: (objects: Record<string, string | Buffer>) => Promise<void>;
  environment: Record<string, string>;
}

async function fakeBucket(): Promise<Bucket> {
  const fake = await startFakeS3();
  const proxy = await startFaultProxy(fake.endpoint);
  return {
    root: "s3://reports/rows/",
    proxy,
    put: (objects) => {
      for (const [key, body] of Object.entries(objects)) fake.objects.set(`rows/${key}`, Buffer.from(body));
      return Promise.resolve();
    },
    environment: { S3_ENDPOINT_URL: proxy.endpoint.origin },
  };
}

let folders = 0;

async function realBucket(server: RealS3): Promise<Bucket> {
  const proxy = await startFaultProxy(server.endpoint);
  const folder = `download-${folders++}`;
  return {
    root: `s3://${BUCKET}/${PREFIX}/${folder}/`,
    proxy,
    put: (objects) =>
      server.put(
        folder,
        Object.entries(objects).map(([key, body]) => [key, Buffer.from(body)] as const),
      ),
    environment: { ...server.environment(READER), S3_ENDPOINT_URL: proxy.endpoint.origin },
  };
}

const buckets: [string, () => Promise<Bucket>][] = [["a fake of S3", fakeBucket]];
for (const server of [await obtain("MinIO", startMinio), await obtain("SeaweedFS", startSeaweedfs)]) {
  if (server === null) continue;
  afterAll(() => server.stop());
  buckets.push([server.name, () => realBucket(server)]);
}

/** Copies what an address below the bucket's folder names; gives names there with their content. */
async function copy({ root, environment }: Bucket, address: string): Promise<[string, string][]> {
  const database = await Database.open();
  try {
    const patience = { idleMs: 2000, pauseMs: 5 };
    const { paths, names } = await s3Download(database, root + address, { environment }, patience);
    expect(names.every((name) => name.startsWith(root))).toBe(true);
    return names.map((name, i) => [name.slice(root.length), readFileSync(paths[i]!, "latin1")]);
  } finally {
    database.close();
  }
}

const keysOf = async (bucket: Bucket, address: string): Promise<string[]> =>
  (await copy(bucket, address)).map(([key]) => key);

const messageOf = (bucket: Bucket, address: string): Promise<string> =>
  copy(bucket, address).then(
    () => "copied",
    (error: Error & { code: string }) => `${error.code}: ${error.message.replaceAll(bucket.root, "ROOT/")}`,
  );

/** Text of a size that no two places have alike. */
const long = (sign: string): string =>
  Array.from({ length: 100_000 }, (_, line) => `${sign}${line}\n`).join("");

describe.each(buckets)("%s", (_name, makeBucket) => {
  test("an object, a folder, and patterns as DuckDB's, in the order of their keys", async () => {
    const bucket = await makeBucket();
    await bucket.put({
      "day=2/part-1.csv": "d",
      "day=1/part-0.csv": "a",
      "day=1/part-1.csv": "b",
      "day=1/other.txt": "c",
      "day=1/_SUCCESS": "",
      "day=1/.part-1.csv.crc": "x",
      "_temporary/0/part-9.csv": "x",
      "_x=1/part-8.csv": "e",
      empty: "",
      "marker/": "",
      "day=1_$folder$": "",
      "odd [1].csv": "f",
      "odd 1.csv": "g",
    });
    expect(await copy(bucket, "day=1/part-1.csv")).toEqual([["day=1/part-1.csv", "b"]]);
    expect(await copy(bucket, "day=1/")).toEqual([
      ["day=1/other.txt", "c"],
      ["day=1/part-0.csv", "a"],
      ["day=1/part-1.csv", "b"],
    ]);
    const all = [
      "_x=1/part-8.csv",
      "day=1/other.txt",
      "day=1/part-0.csv",
      "day=1/part-1.csv",
      "day=2/part-1.csv",
    ];
    expect(await keysOf(bucket, "")).toEqual([...all, "odd 1.csv", "odd [1].csv"]);
    expect(await copy(bucket, "day=*/part-*.csv")).toEqual([
      ["day=1/part-0.csv", "a"],
      ["day=1/part-1.csv", "b"],
      ["day=2/part-1.csv", "d"],
    ]);
    expect(await keysOf(bucket, "day=[!2]/part-?.csv")).toEqual(["day=1/part-0.csv", "day=1/part-1.csv"]);
    expect(await keysOf(bucket, "day=*/")).toEqual(all.slice(1));
    expect(await keysOf(bucket, "**/part-1.csv")).toEqual(["day=1/part-1.csv", "day=2/part-1.csv"]);
    expect(await keysOf(bucket, "odd*")).toEqual(["odd 1.csv", "odd [1].csv"]);
    // A key of exactly that name goes first, as with files.
    expect(await keysOf(bucket, "odd [1].csv")).toEqual(["odd [1].csv"]);
    expect(await copy(bucket, "empt?")).toEqual([["empty", ""]]);
    await bucket.put({ "day=3/_SUCCESS": "", "day=3/part-0": "", "day=3/part-1": "" });
    expect(await keysOf(bucket, "day=3/")).toEqual(["day=3/part-0", "day=3/part-1"]);
  });

  test("a body that is cut off is asked for from there on, as often as something comes", async () => {
    const bucket = await makeBucket();
    await bucket.put({ one: long("a"), two: long("b") });
    const ranges: string[] = [];
    bucket.proxy.fate = ({ url = "", headers }) => {
      if (url.includes("list-type")) return "pass";
      if (headers.range !== undefined) ranges.push(headers.range);
      return ranges.length < 12 ? "cut-answer" : "pass";
    };
    const copied = await copy(bucket, "");
    expect(copied.map(([key, text]) => [key, text === long(key === "one" ? "a" : "b")])).toEqual([
      ["one", true],
      ["two", true],
    ]);
    expect(ranges.length).toBeGreaterThanOrEqual(12);
    expect(ranges.every((range) => Number(/^bytes=(\d+)-$/.exec(range)?.[1]) > 0)).toBe(true);
  });

  test("answers that get lost, of the listing too, are asked for again", async () => {
    const bucket = await makeBucket();
    await bucket.put({ one: "1", two: "2", three: "3" });
    const calls = new Map<string, number>();
    bucket.proxy.fate = ({ url = "" }) => {
      const call = calls.get(url) ?? 0;
      calls.set(url, call + 1);
      return (["lose", "lose-answer", "pass"] as const)[call % 3]!;
    };
    expect(await keysOf(bucket, "")).toEqual(["one", "three", "two"]);
  });

  test("an object that is replaced after it was listed, or half-way, is read anew, as it is then", async () => {
    const bucket = await makeBucket();
    await bucket.put({ one: long("a"), two: long("b") });
    let gets = 0;
    const replaceAt = async (n: number, body: string): Promise<void> => {
      if (++gets === n) await bucket.put({ one: body });
    };
    // Once between listing and reading …
    bucket.proxy.fault = (call, answer) => {
      if (call.method === "GET" && call.url?.includes("/one") === true && gets === 0) {
        void replaceAt(1, long("c")).then(() => answer.destroy());
        return true;
      }
      return false;
    };
    expect((await copy(bucket, ""))[0]).toEqual(["one", long("c")]);
    // … and once when half of it is here; both of one object, which nothing lists.
    for (const address of ["", "one"]) {
      await bucket.put({ one: long("a") });
      gets = 0;
      let isCut = false;
      bucket.proxy.fate = ({ url = "" }) => {
        if (!url.includes("/one") || isCut) return "pass";
        isCut = true;
        return "cut-answer";
      };
      bucket.proxy.fault = (call, answer) => {
        if (call.headers.range === undefined || gets > 0) return false;
        void replaceAt(1, long("d")).then(() => answer.destroy());
        return true;
      };
      expect((await copy(bucket, address))[0]).toEqual(["one", long("d")]);
      expect(isCut).toBe(true);
    }
  });

  test("an object that never stays as it is, is told for what it is", async () => {
    const bucket = await makeBucket();
    await bucket.put({ one: long("a") });
    let version = 0;
    bucket.proxy.fault = (call, answer) => {
      if (call.url?.includes("list-type") === true || version % 2 === 1) {
        version += version % 2;
        return false;
      }
      version++;
      void bucket.put({ one: long(String(version)) }).then(() => answer.destroy());
      return true;
    };
    expect(await messageOf(bucket, "")).toBe(
      "input-unreadable: Cannot read ROOT/one: expected an object that stays as it is while it is read, found another one each time. Read it when its writer has finished.",
    );
  });

  test("objects of more than a page of the listing", async () => {
    const bucket = await makeBucket();
    const keys = Array.from({ length: 1100 }, (_, i) => `part-${String(i).padStart(5, "0")}`);
    await bucket.put(Object.fromEntries(keys.map((key) => [key, key])));
    expect(await copy(bucket, "part-*")).toEqual(keys.map((key) => [key, key]));
  });

  test("what is not there is told for what it is", async () => {
    const bucket = await makeBucket();
    await bucket.put({ "day=1/part": "1", "hidden/_SUCCESS": "x", "hidden/.crc": "" });
    expect(await messageOf(bucket, "absent")).toBe(
      "input-unreadable: Cannot read ROOT/absent: expected an object, found none there. Check the address.",
    );
    expect(await messageOf(bucket, "day=1")).toBe(
      "input-unreadable: Cannot read ROOT/day=1: expected an object, found a folder. Write ROOT/day=1/ for all objects below it.",
    );
    expect(await messageOf(bucket, "absent/")).toBe(
      "input-unreadable: Cannot read ROOT/absent/: expected objects below ROOT/absent/, found none. Check the address.",
    );
    expect(await messageOf(bucket, "hidden/")).toBe(
      "input-unreadable: Cannot read ROOT/hidden/: expected objects with rows, found 2 that are hidden. Check the address.",
    );
    expect(await messageOf(bucket, "day=1/*.csv")).toBe(
      "input-unreadable: Cannot read ROOT/day=1/*.csv: expected objects of such keys, found none of them among 1 below ROOT/day=1/. Check the pattern.",
    );
  });
});

test("a store that is busy, knows no ranges, no conditions and no sizes is read all the same", async () => {
  const fake = await startFakeS3(new Map([["rows/one", Buffer.from(long("a"))]]));
  const proxy = await startFaultProxy(fake.endpoint);
  const bucket = { ...(await fakeBucket()), environment: { S3_ENDPOINT_URL: proxy.endpoint.origin } };
  let calls = 0;
  proxy.fate = ({ url = "" }) => (url.includes("/one") && calls++ < 2 ? "cut-answer" : "pass");
  fake.fault = (request, response, calls) => {
    if (calls % 2 === 1) {
      response.writeHead(503, { "Retry-After": "0" }).end("<Error><Code>SlowDown</Code></Error>");
      return true;
    }
    delete request.headers.range;
    delete request.headers["if-match"];
    return false;
  };
  expect(await copy(bucket, "")).toEqual([["one", long("a")]]);
  expect(calls).toBeGreaterThan(2);
});

test("a store whose listing has tags of another form than its answers is believed the second time", async () => {
  const fake = await startFakeS3(new Map([["rows/one", Buffer.from("1")]]));
  fake.fault = ({ url = "" }, response) => {
    if (!url.includes("list-type")) return false;
    response.end(
      "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>rows/one</Key><ETag>other</ETag><Size>1</Size></Contents></ListBucketResult>",
    );
    return true;
  };
  const bucket = { ...(await fakeBucket()), environment: { S3_ENDPOINT_URL: fake.endpoint.origin } };
  expect(await copy(bucket, "")).toEqual([["one", "1"]]);
});

test("rows that have no room are told for what they are before any is read", async () => {
  const fake = await startFakeS3();
  fake.fault = (_request, response) => {
    response.end(
      "<ListBucketResult><IsTruncated>false</IsTruncated><Contents><Key>rows/one</Key><ETag>x</ETag><Size>9000000000000000</Size></Contents></ListBucketResult>",
    );
    return true;
  };
  const bucket = { ...(await fakeBucket()), environment: { S3_ENDPOINT_URL: fake.endpoint.origin } };
  expect(await messageOf(bucket, "")).toMatch(
    /^input-unreadable: Cannot read ROOT\/: expected room for a copy of 9000000000 MB among this machine's temporary files, found \d+ MB\. Set TMPDIR to a folder with more room\.$/,
  );
});
