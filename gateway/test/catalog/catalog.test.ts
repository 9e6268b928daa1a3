import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Catalog, Sighting } from "../../src/catalog/catalog.js";
import { commitLogCatalog } from "../../src/catalog/commit-log-catalog.js";
import { scanCatalog } from "../../src/catalog/scan-catalog.js";
import { directoryStore } from "../../src/store/directory-store.js";
import type { Store } from "../../src/store/store.js";
import { codeOf } from "../store/store-suite.js";
import { reportFiles } from "../support/report-files.js";
import { publish, temporaryFolder } from "../support/write-report.js";

async function all(catalog: Catalog): Promise<Sighting[]> {
  const found: Sighting[] = [];
  for await (const sighting of catalog.list()) found.push(sighting);
  return found;
}

async function write(folder: string, files: ReadonlyMap<string, Buffer>): Promise<void> {
  for (const [path, body] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), body);
  }
}

const catalogs: [string, (store: Store) => Catalog][] = [
  ["commit-log", commitLogCatalog],
  ["scan", scanCatalog],
];

describe.each(catalogs)("catalog: %s", (name, makeCatalog) => {
  test("is empty over an empty store", async () => {
    expect(await all(makeCatalog(directoryStore(await temporaryFolder())))).toEqual([]);
  });

  test("does not answer over a store that is not there", async () => {
    const folder = join(await temporaryFolder(), "nothing");
    expect(await codeOf(all(makeCatalog(directoryStore(folder))))).toBe("store-unreachable");
  });

  test("finds every published run and reads its manifest", async () => {
    const folder = await temporaryFolder();
    await publish(folder, { run: "a", features: [{ name: "年龄", mean: 3 }] });
    await publish(folder, { run: "b", pipeline: "信用" });
    const catalog = makeCatalog(directoryStore(folder));

    const reports = await Promise.all((await all(catalog)).map((sighting) => catalog.open(sighting)));
    const [b, a] = reports.toSorted((x, y) => (x.manifest.run < y.manifest.run ? 1 : -1));

    expect(catalog.name).toBe(name);
    expect(reports).toHaveLength(2);
    expect(a).toMatchObject({ pipelineKey: "credit", path: "runs/credit/a", manifest: { run: "a" } });
    expect(b).toMatchObject({ manifest: { pipeline: "信用" } });
    expect(b?.pipelineKey).toMatch(/^~[0-9a-f]{12}$/);
    expect([...a!.files.keys()]).toContain("manifest.json");
    expect(a!.files.size).toBe(5);
  });

  test("gives the same ids as long as nothing changes", async () => {
    const folder = await temporaryFolder();
    await publish(folder, { run: "a" });
    const catalog = makeCatalog(directoryStore(folder));

    expect(await all(catalog)).toEqual(await all(catalog));
  });

  test("a run that went away between listing and reading is unknown", async () => {
    const folder = await temporaryFolder();
    await publish(folder, { run: "a" });
    const catalog = makeCatalog(directoryStore(folder));
    const [sighting] = await all(catalog);
    await rm(join(folder, "runs"), { recursive: true });

    expect(await codeOf(catalog.open(sighting!))).toBe("unknown-file");
  });

  test("files that the contract does not know are not served", async () => {
    const folder = await temporaryFolder();
    const extra = { "features/age/page.html": Buffer.from("<html>"), "notes.txt": Buffer.from("x") };
    await publish(folder, { run: "a" }, extra);
    const catalog = makeCatalog(directoryStore(folder));
    const [sighting] = await all(catalog);

    expect([...(await catalog.open(sighting!)).files.keys()].some((path) => path in extra)).toBe(false);
  });
});

test("the commit log shows the newest published first, and ignores what is no entry", async () => {
  const folder = await temporaryFolder();
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

test("a log entry that names another folder than it may is invalid", async () => {
  const folder = await temporaryFolder();
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
  const folder = await temporaryFolder();
  const found = async () =>
    (await all(scanCatalog(directoryStore(folder)))).map(({ id }) => id.replace(/\?.*/, ""));
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
