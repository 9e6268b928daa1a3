import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { mlmdCatalog } from "../../src/catalog/mlmd-catalog.js";
import type { Level } from "../../src/log.js";
import { openMlMetadata } from "../../src/ml-metadata/open-ml-metadata.js";
import { directoryStore } from "../../src/store/directory-store.js";
import { codeOf } from "../store/store-suite.js";
import { countingStore } from "../support/counting-store.js";
import type { RunPlan } from "../support/make-documents.js";
import { recordedReport } from "../support/recorded-report.js";
import { reportFiles } from "../support/report-files.js";
import { type RecordedRun, startMlMetadata } from "../support/servers/ml-metadata.js";
import { obtain } from "../support/servers/obtain.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { writeReport } from "../support/write-report.js";
import { all } from "./catalog-suite.js";

const obtained = await obtain("ML Metadata", startMlMetadata);

const note = (plan: RunPlan, uri: string, metadata: Record<string, unknown> = {}): RecordedRun =>
  recordedReport(plan, reportFiles(plan).get("manifest.json")!, uri, metadata);

describe.runIf(obtained !== null)("the catalog of ML Metadata", () => {
  const server = obtained!;
  afterAll(() => server.stop());
  beforeEach(() => server.empty());

  /** A catalog over a folder of its own. */
  async function start(namespace: string | null = null) {
    const folder = temporaryFolder();
    const store = countingStore(directoryStore(folder));
    const metadata = openMlMetadata({ address: server.address, tls: false });
    onTestFinished(() => metadata.close());
    const lines: [Level, string, Record<string, unknown>][] = [];
    const catalog = mlmdCatalog({
      store,
      location: { type: "directory", folder },
      metadata,
      namespace,
      log: (level, message, fields = {}) => lines.push([level, message, fields]),
    });
    /** Writes a report into a folder named after the run, and notes it. */
    async function publish(plan: RunPlan, changes: Partial<RecordedRun> = {}): Promise<number[]> {
      await writeReport(join(folder, plan.run), plan);
      return server.record({ ...note(plan, join(folder, plan.run)), ...changes });
    }
    const runs = async () => (await all(catalog)).map(({ of }) => of?.run ?? null);
    return { catalog, folder, store, publish, runs, lines };
  }

  test("the newest comes first, in the order of ids", async () => {
    const { publish, runs, catalog } = await start();
    for (const run of ["a", "b", "c"]) await publish({ run });

    expect(await runs()).toEqual(["c", "b", "a"]);
    const ids = (await all(catalog)).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
  });

  test("250 reports are listed each once, in three calls", async () => {
    const { folder, runs } = await start();
    const numbered = Array.from({ length: 250 }, (_, i) => `r${i}`);
    await server.recordMany(numbered.map((run) => note({ run }, join(folder, run))));
    await server.calls();

    expect(await runs()).toEqual(numbered.toReversed());
    expect(await server.calls()).toEqual(["GetArtifacts", "GetArtifacts", "GetArtifacts"]);
  });

  test("a run that took its report from the cache adds none; both outputs are the one artifact", async () => {
    const { publish, runs, folder } = await start();
    const ids = await publish({ run: "a" });
    for (let i = 0; i < 2; i++)
      await server.record({ ...note({ run: "a" }, join(folder, "a")), given: ids, isCached: true });

    expect(await runs()).toEqual(["a"]);
  });

  test("what was listed is opened without another call; later, an id alone is enough", async () => {
    const { publish, catalog } = await start();
    await publish({ run: "a" });
    const [sighting] = await all(catalog);
    await server.calls();

    expect(await catalog.open(sighting!)).toMatchObject({ path: "a", pipelineKey: "credit" });
    expect(await server.calls()).toEqual([]);
    const metadata = openMlMetadata({ address: server.address, tls: false });
    onTestFinished(() => metadata.close());
    const { store, folder } = await start();
    const later = mlmdCatalog({
      store,
      location: { type: "directory", folder },
      metadata,
      namespace: null,
      log: () => undefined,
    });
    // Another folder: the report is elsewhere for this one.
    expect(await codeOf(later.open(sighting!))).toBe("unknown-file");
    expect(await server.calls()).toEqual(["GetArtifactsByID"]);
  });

  test.each(["DELETED", "MARKED_FOR_DELETION", "ABANDONED"])(
    "an artifact in the state %s is not seen, and gone",
    async (state) => {
      const { publish, catalog, runs } = await start();
      const [id] = await publish({ run: "a" });
      const [sighting] = await all(catalog);
      expect(await catalog.isGone(sighting!.id)).toBe(false);
      await server.change(id!, { state });

      expect(await runs()).toEqual([]);
      expect(await catalog.isGone(sighting!.id)).toBe(true);
    },
  );

  test("an artifact that is too large to be given is listed in its place, and refused for what it is; one that becomes so is not taken for gone", async () => {
    const { publish, catalog, runs } = await start();
    const [id] = await publish({ run: "a" });
    await publish({ run: "b" });
    const [, before] = await all(catalog);
    await server.change(id!, { metadata: { notes: "x".repeat(17_000_000) } });

    expect(await runs()).toEqual(["b", null]);
    const [, after] = await all(catalog);
    await expect(catalog.open(after!)).rejects.toMatchObject({
      code: "document-invalid",
      message: expect.stringMatching(new RegExp(`^artifact ${id} .*expected metadata of at most 16 MB`)),
    });
    expect(await Promise.all([before, after].map((seen) => catalog.isGone(seen!.id)))).toEqual([
      false,
      false,
    ]);
    await server.change(id!, { state: "DELETED" });
    expect(await Promise.all([before, after].map((seen) => catalog.isGone(seen!.id)))).toEqual([true, true]);
    expect(await runs()).toEqual(["b"]);
  });

  test("an artifact that was written anew is another sighting, and the one before is gone", async () => {
    const { publish, catalog } = await start();
    const [id] = await publish({ run: "a" });
    const [before] = await all(catalog);
    await server.change(id!, { metadata: { manifest_sha256: "f".repeat(64) } });
    const [after] = await all(catalog);

    expect(after!.id).not.toBe(before!.id);
    expect(await catalog.isGone(before!.id)).toBe(true);
    expect(await codeOf(catalog.open(after!))).toBe("document-invalid");
  });

  test("the manifest is the truth: metadata that says another run or pipeline is refused", async () => {
    const { publish, catalog, folder } = await start();
    await publish({ run: "a" });
    await server.record(note({ run: "a" }, join(folder, "a"), { run: "b" }));
    await server.record(note({ run: "a" }, join(folder, "a"), { pipeline: "other" }));
    const [other, b, a] = await all(catalog);

    expect((await catalog.open(a!)).manifest.run).toBe("a");
    expect(await codeOf(catalog.open(b!))).toBe("document-invalid");
    expect(await codeOf(catalog.open(other!))).toBe("document-invalid");
  });

  test("reports elsewhere count as seen, are not opened, and are told of once for each place", async () => {
    const { catalog, lines, store } = await start();
    for (const uri of ["minio://mlpipeline/a", "minio://mlpipeline/b", "s3://other/c", "/somewhere/else"])
      await server.record(note({ run: "a" }, uri));

    for (let i = 0; i < 2; i++) {
      const found = await all(catalog);
      expect(found.map(({ isElsewhere }) => isElsewhere)).toEqual([true, true, true, true]);
    }

    expect(lines.map(([level, , { where }]) => [level, where])).toEqual([
      ["info", "outside of what STORE names"],
      ["info", "s3://other"],
      ["info", "minio://mlpipeline"],
    ]);
    expect(store.gets).toBe(0);
  });

  const manifest_sha256 = "0".repeat(64);
  const hostile: [string, Record<string, unknown>][] = [
    ["numbers for texts", { pipeline: 7, run: 8, manifest_sha256: 9 }],
    ["structures for texts", { pipeline: { a: 1 }, run: ["a"], manifest_sha256: [] }],
    ["empty texts", { pipeline: "", run: "", manifest_sha256: "" }],
    ["a run that is no run id", { run: "../../etc" }],
    ["a pipeline as long as a book", { pipeline: "p".repeat(1_000_000) }],
    ["a hash that is none", { manifest_sha256: "' OR 1=1 --" }],
    [
      "names of every object",
      { pipeline: "__proto__", run: "constructor", ["__proto__"]: "x", manifest_sha256 },
    ],
  ];
  test.each(hostile)(
    "metadata of %s is passed over, and nothing of the store is read for it",
    async (_, metadata) => {
      const { catalog, folder, publish, store } = await start();
      await server.record(note({ run: "a" }, join(folder, "a"), metadata));
      await publish({ run: "b" });
      const [good, bad] = await all(catalog);

      expect(await codeOf(catalog.open(bad!))).toMatch(/^(document-invalid|unknown-file)$/);
      expect((await catalog.open(good!)).manifest.run).toBe("b");
      expect(store.gets).toBeLessThanOrEqual(2);
    },
  );

  test.each(["/../../etc/passwd", "report", "", "/x\u0001y", `/${"x".repeat(10_000)}`])(
    "an address that no store can have (%#) is passed over, and nothing is read",
    async (uri) => {
      const { catalog, folder, store } = await start();
      await server.record(note({ run: "a" }, uri.startsWith("/") ? `${folder}${uri}` : uri));
      const [sighting] = await all(catalog);

      expect(sighting!.isElsewhere).toBe(undefined);
      expect(await codeOf(catalog.open(sighting!))).toBe("document-invalid");
      expect(store.gets).toBe(0);
    },
  );

  test("reports of other steps, and other artifacts, are not asked for", async () => {
    const { publish, runs, folder } = await start();
    await server.record(note({ run: "x" }, join(folder, "x"), { schema: "something-else" }));
    await server.record(note({ run: "y" }, join(folder, "y"), { schema: 1 }));
    await publish({ run: "a" });

    expect(await runs()).toEqual(["a"]);
  });

  test("of a namespace, only reports that one of its steps gave first are seen, and each is asked about once", async () => {
    const { publish, catalog, folder } = await start("team-a");
    const own = await publish({ run: "a" }, { namespace: "team-a" });
    const others = await publish({ run: "b" }, { namespace: "team-b" });
    await publish({ run: "c" }, { namespace: "team-b" });
    for (const [run, given] of Object.entries({ a: own, b: others }))
      await server.record({ ...note({ run }, join(folder, run)), given, isCached: true });
    await server.calls();

    const found = await all(catalog);

    expect(found.map(({ of, isElsewhere }) => [of?.run, isElsewhere ?? false])).toEqual([
      ["c", true],
      ["b", true],
      ["a", false],
    ]);
    expect(await server.calls()).toEqual(["GetArtifacts", "GetEventsByArtifactIDs", "GetExecutionsByID"]);
    await all(catalog);
    expect(await server.calls()).toEqual(["GetArtifacts"]);
  });

  test("of a namespace, a report whose step is not yet published waits until it is", async () => {
    const { publish, catalog, folder, runs } = await start("team-a");
    const given = await publish({ run: "a" }, { unpublished: true });
    expect(await all(catalog)).toEqual([]);

    await server.record({ ...note({ run: "a" }, join(folder, "a")), given });
    expect(await runs()).toEqual(["a"]);
  });
});
