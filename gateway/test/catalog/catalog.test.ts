import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { commitLogCatalog } from "../../src/catalog/commit-log-catalog.js";
import { scanCatalog } from "../../src/catalog/scan-catalog.js";
import { directoryStore } from "../../src/store/directory-store.js";
import { s3Store } from "../../src/store/s3-store.js";
import type { Store } from "../../src/store/store.js";
import { codeOf } from "../store/store-suite.js";
import { eventually } from "../support/eventually.js";
import { startFakeS3 } from "../support/fake-s3.js";
import { publishedObjects, reportFiles } from "../support/report-files.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";
import { all, catalogSuite } from "./catalog-suite.js";

async function write(folder: string, files: ReadonlyMap<string, Buffer>): Promise<void> {
  for (const [path, body] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), body);
  }
}

catalogSuite("a folder", async () => {
  const folder = temporaryFolder();
  return {
    store: directoryStore(folder),
    absent: directoryStore(join(folder, "nothing")),
    location: { type: "directory", folder },
    uri: (path) => join(folder, path),
    put: (objects) => write(folder, objects),
    remove: (path) => rm(join(folder, path)),
  };
});

catalogSuite("a fake of S3", async () => {
  const fake = await startFakeS3();
  const location = { bucket: "reports", prefix: "", region: "us-east-1", accessKey: "k", secretKey: "s" };
  return {
    location: { type: "s3", ...location, endpoint: fake.endpoint },
    uri: (path) => `minio://reports/${path}`,
    store: s3Store({ ...location, endpoint: fake.endpoint }),
    absent: s3Store({ ...location, endpoint: new URL("http://127.0.0.1:9") }),
    put: async (objects) => objects.forEach((body, path) => fake.objects.set(path, body)),
    remove: async (path) => void fake.objects.delete(path),
  };
});

test("the commit log shows the newest published first, and ignores what is no entry", async () => {
  const folder = temporaryFolder();
  for (const run of ["a", "b", "c"]) await publish(folder, { run });
  await write(
    folder,
    new Map([
      ["_log/v1/notes.txt", Buffer.from("x")],
      ["_log/v1/1!x!y.json", Buffer.from("x")],
    ]),
  );

  const found = await all(commitLogCatalog(directoryStore(folder)));

  expect(found.map(({ id }) => id.replace(/.*!/, ""))).toEqual(["c.json", "b.json", "a.json"]);
  expect(found.map(({ publishedAt }) => publishedAt)).toEqual(
    found.map(({ publishedAt }) => publishedAt).toSorted((a, b) => b - a),
  );
});

test("a run that the log shows takes one round trip more: its entry and its manifest are asked for at once", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const inner = directoryStore(folder);
  const asked: string[] = [];
  const store: Store = {
    ...inner,
    async get(path, limits) {
      asked.push(path);
      // Not answered before both are asked for.
      await eventually(() => expect(asked).toHaveLength(2));
      return inner.get(path, limits);
    },
  };
  const catalog = commitLogCatalog(store);
  const [sighting] = await all(catalog);

  expect((await catalog.open(sighting!)).manifest.run).toBe("a");
  expect(asked.toSorted()).toEqual([sighting!.id, "runs/credit/a/manifest.json"]);
});

test("a run that had to give way to another content in its folder is found where its entry says", async () => {
  const folder = temporaryFolder();
  const plan = { run: "a", features: [{ name: "age", mean: 7 }] };
  const path = "runs/credit/a.0123456789ab";
  const objects = publishedObjects(plan, Date.UTC(2026, 10, 1));
  for (const [name, body] of objects) {
    const moved = name.startsWith("_log") ? Buffer.from(String(body).replace("runs/credit/a", path)) : body;
    await write(folder, new Map([[name.replace("runs/credit/a/", `${path}/`), moved]]));
  }
  const catalog = commitLogCatalog(directoryStore(folder));
  const [sighting] = await all(catalog);

  expect(await catalog.open(sighting!)).toMatchObject({ path, manifest: { run: "a" } });
});

test("a log entry that names another folder than it may is invalid", async () => {
  const folder = temporaryFolder();
  await publish(folder, { run: "a" });
  const catalog = commitLogCatalog(directoryStore(folder));
  const [sighting] = await all(catalog);
  for (const path of ["../outside", "/etc", "runs/credit/../../x", "s3://other/x", "runs/credit/b/c", ""]) {
    const entry = {
      schemaVersion: 1,
      pipeline: "credit",
      run: "a",
      createdAt: "2026-11-01T00:00:00Z",
      window: null,
    };
    const body = Buffer.from(JSON.stringify({ ...entry, path, manifestSha256: "0".repeat(64) }));
    await write(folder, new Map([[sighting!.id, body]]));

    expect([path, await codeOf(catalog.open(sighting!))]).toEqual([path, "document-invalid"]);
  }
});

test("a scan finds reports in any layout, also at the root, but none in a report or a hidden folder", async () => {
  const folder = temporaryFolder();
  const found = async () =>
    (await all(scanCatalog(directoryStore(folder), () => undefined))).map(({ id }) => id.replace(/\?.*/, ""));
  const report = (path: string) => write(join(folder, path), reportFiles({ run: "a" }));
  await report("v2/artifacts/my pipeline/run 1/task/salt/report");
  await report("b");
  await report("b/nested");
  await report(".tmp/c");
  await write(folder, new Map([["x/manifest.json/file", Buffer.from("a folder of that name")]]));

  expect(await found()).toEqual(["b", "v2/artifacts/my pipeline/run 1/task/salt/report"]);
  await report("");
  expect(await found()).toEqual([""]);
});
