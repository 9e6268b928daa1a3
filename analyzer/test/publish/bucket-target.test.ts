import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, describe, expect, onTestFinished, test } from "vitest";
import { startFakeS3 } from "../../../gateway/test/support/fake-s3.js";
import { type FaultProxy, startFaultProxy } from "../../../gateway/test/support/fault-proxy.js";
import { startMinio } from "../../../gateway/test/support/servers/minio.js";
import { obtain } from "../../../gateway/test/support/servers/obtain.js";
import {
  BUCKET,
  PREFIX,
  READER,
  type RealS3,
  WRITER,
} from "../../../gateway/test/support/servers/real-s3.js";
import { startSeaweedfs } from "../../../gateway/test/support/servers/seaweedfs.js";
import type { BucketLocation } from "../../src/publish/bucket-location.js";
import { bucketTarget } from "../../src/publish/bucket-target.js";
import { publishReport } from "../../src/publish/publish-report.js";
import { temporaryFolder } from "../temporary-folder.js";
import { publishSuite, type TestStore, twoReports, visibleRuns } from "./publish-suite.js";

const patience = { idleMs: 2000, pauseMs: 5 };
const folder = temporaryFolder();
const { report, other } = await twoReports(folder);

/** A store with a proxy in front that can lose calls. */
interface BucketStore extends TestStore {
  proxy: FaultProxy;
  location: BucketLocation;
}

async function fakeStore(): Promise<BucketStore> {
  const fake = await startFakeS3();
  const proxy = await startFaultProxy(fake.endpoint);
  const keys = { accessKey: "key", secretKey: "secret-secret" };
  const location = { endpoint: proxy.endpoint, region: "us-east-1", bucket: "reports", prefix: "", ...keys };
  return {
    proxy,
    location,
    target: bucketTarget(location, patience),
    objects: async () => new Map(fake.objects),
    remove: async (path) => void fake.objects.delete(path),
  };
}

let folders = 0;

async function realStore(server: RealS3): Promise<BucketStore> {
  const proxy = await startFaultProxy(server.endpoint);
  const prefix = `${PREFIX}/publish-${folders++}`;
  const location = { endpoint: proxy.endpoint, region: "us-east-1", bucket: BUCKET, prefix, ...WRITER };
  const objects = async (): Promise<Map<string, Buffer>> => {
    const found = new Map<string, Buffer>();
    const keys = (await server.client.listObjectsV2(BUCKET, `${prefix}/`, true).toArray()) as {
      name: string;
    }[];
    for (const { name } of keys) {
      const body = await (await server.client.getObject(BUCKET, name)).toArray();
      found.set(name.slice(prefix.length + 1), Buffer.concat(body as Buffer[]));
    }
    return found;
  };
  return {
    proxy,
    location,
    target: bucketTarget(location, patience),
    objects,
    remove: (path) => server.client.removeObject(BUCKET, `${prefix}/${path}`),
  };
}

const stores: [string, () => Promise<BucketStore>][] = [["a fake of S3", fakeStore]];
const servers: RealS3[] = [];
for (const server of [await obtain("MinIO", startMinio), await obtain("SeaweedFS", startSeaweedfs)]) {
  if (server === null) continue;
  servers.push(server);
  stores.push([server.name, () => realStore(server)]);
}
afterAll(() => Promise.all(servers.map((server) => server.stop())));

/** Loses every write from the n-th on, counted from 1; the n-th may still be done, its answer lost. */
function cutOff({ proxy }: BucketStore, n: number, isDone: boolean): void {
  let writes = 0;
  proxy.fate = ({ method }) => {
    if (method === "PUT") writes++;
    if (writes < n) return "pass";
    return writes === n && isDone ? "lose-answer" : "lose";
  };
}

describe.each(stores)("%s", (name, makeStore) => {
  publishSuite(name, makeStore);

  // The claim of the folder, a file, the manifest, the claim of the run, the entry of the log.
  for (const n of [1, 2, 3, 4, 5]) {
    for (const isDone of [false, true]) {
      test(`cut off at write ${n}${isDone ? ", which is done" : ""}: nothing half is seen, and the next publish completes it`, async () => {
        const store = await makeStore();
        cutOff(store, n, isDone);
        await expect(publishReport(report, store.target)).rejects.toMatchObject({
          code: "store-unreachable",
        });
        expect(await visibleRuns(store)).toHaveLength(n === 5 && isDone ? 1 : 0);
        store.proxy.fate = () => "pass";
        await publishReport(report, store.target);
        expect(await visibleRuns(store)).toEqual([{ path: "runs/credit/r1", content: "# Nothing\n" }]);
      });

      test(`cut off at write ${n}${isDone ? ", which is done" : ""}: other content under its id is the run, or refused, never a mixture`, async () => {
        const store = await makeStore();
        cutOff(store, n, isDone);
        await publishReport(report, store.target).catch(() => undefined);
        store.proxy.fate = () => "pass";
        const isDecided = n === 5 || (n === 4 && isDone);
        const outcome = await publishReport(other, store.target).then(
          () => "published",
          (error: { code: string }) => error.code,
        );
        expect(outcome).toBe(isDecided ? "run-exists" : "published");
        // Who was cut off and comes back learns of it.
        const back = await publishReport(report, store.target).then(
          () => "published",
          (error: { code: string }) => error.code,
        );
        expect(back).toBe(isDecided ? "published" : "run-exists");
        expect((await visibleRuns(store)).map(({ content }) => content)).toEqual([
          isDecided ? "# Nothing\n" : "# Other\n",
        ]);
      });
    }
  }

  test("answers that get lost are asked for again, and change nothing", async () => {
    const store = await makeStore();
    let calls = 0;
    store.proxy.fate = () => (["lose", "lose-answer", "pass"] as const)[calls++ % 3]!;
    await publishReport(report, store.target);
    expect(await visibleRuns(store)).toHaveLength(1);
  });
});

const messageOf = (location: BucketLocation): Promise<string> =>
  publishReport(report, bucketTarget(location, patience)).then(
    () => "published",
    (error: Error & { code: string }) => `${error.code}: ${error.message}`,
  );

describe.each(servers)("$name", (server) => {
  const location = {
    endpoint: server.endpoint,
    region: "us-east-1",
    bucket: BUCKET,
    prefix: `${PREFIX}/errors`,
    ...WRITER,
  };

  test.each([
    ["a wrong secret", { secretKey: "not-the-secret" }, /check S3_ACCESS_KEY and S3_SECRET_KEY/],
    ["an unknown key", { accessKey: "nobody" }, /check S3_ACCESS_KEY and S3_SECRET_KEY/],
    ["no keys", { accessKey: null, secretKey: null }, /set S3_ACCESS_KEY and S3_SECRET_KEY/],
    ["who may only read", READER, /found: AccessDenied; check S3_ACCESS_KEY/],
    ["a prefix of others", { prefix: "elsewhere" }, /below s3:\/\/mlpipeline\/elsewhere at/],
  ])("%s is told for what it is", async (_what, change, expected) => {
    const message = await messageOf({ ...location, ...change });
    expect(message).toMatch(/^store-unreachable: expected /);
    expect(message).toMatch(expected);
    expect(message).not.toContain("not-the-secret");
  });

  test("a bucket that is not there is told for what it is", async () => {
    const root = { accessKey: "root-key", secretKey: "root-secret-for-tests" };
    expect(await messageOf({ ...location, ...root, bucket: "no-such-bucket" })).toBe(
      `store-unreachable: expected bucket no-such-bucket at ${server.endpoint.origin}, found none; create it, or correct --to`,
    );
  });
});

test("a store that is not there, hangs, refuses or is something else is told for what it is", async () => {
  const { location } = await fakeStore();
  const nobody = new URL("http://127.0.0.1:9");
  expect(await messageOf({ ...location, endpoint: nobody })).toMatch(
    /^store-unreachable: expected an S3 store at http:\/\/127.0.0.1:9, found: ECONNREFUSED.*; start it, or correct S3_ENDPOINT_URL$/,
  );
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as AddressInfo;
  const hanging = { ...location, endpoint: new URL(`http://127.0.0.1:${port}`) };
  const brief = bucketTarget(hanging, { idleMs: 100, pauseMs: 5 });
  await expect(publishReport(report, brief)).rejects.toThrow("no answer within 0.1 s");

  const fake = await startFakeS3();
  const faked = { ...location, endpoint: fake.endpoint };
  fake.fault = (_request, response) => {
    response.writeHead(503, { "Retry-After": "0" }).end("<Error><Code>SlowDown</Code></Error>");
    return true;
  };
  expect(await messageOf(faked)).toContain("found: the store answers 503");
  fake.fault = (_request, response) => {
    response.writeHead(403).end("no");
    return true;
  };
  expect(await messageOf(faked)).toMatch(
    /^store-unreachable: .*correct S3_ENDPOINT_URL, or check S3_ACCESS_KEY and S3_SECRET_KEY$/,
  );
  fake.fault = (_request, response) => {
    response.end("<html>Please sign in.</html>");
    return true;
  };
  expect(await messageOf(faked)).toMatch(/^document-invalid: expected a claim at s3:\/\/reports/);
});

test("a store that is busy for a moment is asked again", async () => {
  const { location } = await fakeStore();
  const fake = await startFakeS3();
  fake.fault = (_request, response, calls) => {
    if (calls % 2 === 0) return false;
    response.writeHead(503, { "Retry-After": "0" }).end("<Error><Code>SlowDown</Code></Error>");
    return true;
  };
  const target = bucketTarget({ ...location, endpoint: fake.endpoint }, patience);
  expect(await publishReport(report, target)).toMatchObject({ isNew: true });
});

test("a store that refuses what is not there, as AWS does to who may list one prefix only, is understood", async () => {
  const { location } = await fakeStore();
  const fake = await startFakeS3();
  fake.fault = ({ method, url = "" }, response) => {
    const isThere = fake.objects.has(decodeURIComponent(url.slice("/reports/".length)));
    if (method !== "GET" || url.includes("list-type") || isThere) return false;
    response.writeHead(403).end("<Error><Code>AccessDenied</Code><Message>no</Message></Error>");
    return true;
  };
  const target = bucketTarget({ ...location, endpoint: fake.endpoint }, patience);
  expect(await publishReport(report, target)).toMatchObject({ isNew: true });
  expect(await publishReport(report, target)).toMatchObject({ isNew: false });
});

test("a store that knows no conditions can be published to all the same", async () => {
  const { location } = await fakeStore();
  const fake = await startFakeS3();
  fake.fault = (request, response) => {
    if (request.headers["if-none-match"] === undefined) return false;
    request.resume();
    response.writeHead(501).end("<Error><Code>NotImplemented</Code><Message>no</Message></Error>");
    return true;
  };
  const target = bucketTarget({ ...location, endpoint: fake.endpoint }, patience);
  expect(await publishReport(report, target)).toMatchObject({ isNew: true });
  await expect(publishReport(join(folder, "other"), target)).rejects.toMatchObject({ code: "run-exists" });
});
