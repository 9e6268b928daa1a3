import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { decodeLogEntry, decodeManifest, LOG_FOLDER, parseLogEntryPath } from "../../src/artifact/index.js";
import { publishReport } from "../../src/publish/publish-report.js";
import type { PublishTarget } from "../../src/publish/publishable.js";
import { readManifest } from "../../src/report/read/read-manifest.js";
import { sha256 } from "../../src/report/sha256.js";
import { writeSmallReport } from "../report/write-small-report.js";
import { temporaryFolder } from "../temporary-folder.js";

/** An empty store to publish into. */
export interface TestStore {
  target: PublishTarget;
  /** All that is in it now, by path. */
  objects(): Promise<Map<string, Buffer>>;
  remove(path: string): Promise<void>;
}

const isEntry = (path: string): boolean => path.startsWith(`${LOG_FOLDER}/`);

/** The runs that a store's log shows: their folder and their one file. Fails where one is not whole. */
export async function visibleRuns(store: TestStore): Promise<{ path: string; content: string }[]> {
  const objects = await store.objects();
  const entries = [...objects.keys()].filter(isEntry);
  return entries.map((name) => {
    const entry = decodeLogEntry(JSON.parse(String(objects.get(name))));
    const manifest = objects.get(`${entry.path}/manifest.json`) ?? Buffer.alloc(0);
    expect(sha256(manifest)).toBe(entry.manifestSha256);
    for (const file of decodeManifest(JSON.parse(String(manifest))).files) {
      expect([file.path, sha256(objects.get(`${entry.path}/${file.path}`) ?? "")]).toEqual([
        file.path,
        file.sha256,
      ]);
    }
    return { path: entry.path, content: String(objects.get(`${entry.path}/summary.md`)) };
  });
}

/** A report, and another one of the same run with other content. */
export async function twoReports(folder: string): Promise<{ report: string; other: string }> {
  const [report, other] = [join(folder, "report"), join(folder, "other")];
  await writeSmallReport(report);
  await writeSmallReport(other, { content: "# Other\n" });
  return { report, other };
}

/** What publishing into any store must do. */
export function publishSuite(name: string, makeStore: () => Promise<TestStore>): void {
  describe(`publish: ${name}`, async () => {
    const folder = temporaryFolder();
    const { report, other } = await twoReports(folder);

    test("a published run has all files, and an entry of the log that names them", async () => {
      const store = await makeStore();
      const publication = await publishReport(report, store.target);
      expect(publication).toMatchObject({ pipeline: "credit", run: "r1", isNew: true });
      expect(publication.folder).toMatch(/runs[/\\]credit[/\\]r1$/);
      expect(await visibleRuns(store)).toEqual([{ path: "runs/credit/r1", content: "# Nothing\n" }]);
      const objects = await store.objects();
      const [entry = ""] = [...objects.keys()].filter(isEntry);
      expect(parseLogEntryPath(entry)).toMatchObject({ pipelineKey: "credit", run: "r1" });
      const { sha256: manifestSha256 } = await readManifest(report);
      expect(decodeLogEntry(JSON.parse(String(objects.get(entry))))).toMatchObject({
        pipeline: "credit",
        manifestSha256,
      });
    });

    test("publishing twice changes nothing", async () => {
      const store = await makeStore();
      await publishReport(report, store.target);
      const before = await store.objects();
      expect(await publishReport(report, store.target)).toMatchObject({ isNew: false });
      expect(await store.objects()).toEqual(before);
    });

    test("a publish that was cut off before its log entry is completed by the next", async () => {
      const store = await makeStore();
      await publishReport(report, store.target);
      for (const path of (await store.objects()).keys()) if (isEntry(path)) await store.remove(path);
      expect(await visibleRuns(store)).toEqual([]);
      expect(await publishReport(report, store.target)).toMatchObject({ isNew: false });
      expect(await visibleRuns(store)).toHaveLength(1);
    });

    test("the same run with other content is refused, and what was published stays", async () => {
      const store = await makeStore();
      await publishReport(report, store.target);
      const before = await store.objects();
      await expect(publishReport(other, store.target)).rejects.toMatchObject({ code: "run-exists" });
      expect(await store.objects()).toEqual(before);
    });

    test("a run that was taken back, as gateway/README.md tells, leaves its id to another", async () => {
      const store = await makeStore();
      await publishReport(report, store.target);
      for (const path of (await store.objects()).keys()) {
        if (isEntry(path) || /^(runs|_claims\/v1)\/credit\/r1\//.test(path)) await store.remove(path);
      }
      expect(await publishReport(other, store.target)).toMatchObject({ isNew: true });
      expect(await visibleRuns(store)).toEqual([{ path: "runs/credit/r1", content: "# Other\n" }]);
    });

    test("many at once, of the same and of other content: one wins whole", async () => {
      const store = await makeStore();
      const publications = await Promise.allSettled(
        Array.from({ length: 12 }, (_, index) =>
          publishReport(index % 2 === 0 ? report : other, store.target),
        ),
      );
      const failed = publications.filter((publication) => publication.status === "rejected");
      expect(failed.map(({ reason }) => (reason as { code: string }).code)).toEqual(
        Array.from({ length: 6 }, () => "run-exists"),
      );
      const [run, ...more] = await visibleRuns(store);
      expect(more).toEqual([]);
      expect(run?.content).toBe(publications[0]?.status === "fulfilled" ? "# Nothing\n" : "# Other\n");
    });

    test("two pipelines may have a run of the same id; a name of any script gets a safe folder", async () => {
      const store = await makeStore();
      const elsewhere = join(folder, "elsewhere");
      await writeSmallReport(elsewhere, { pipeline: "../信用 / hourly", content: "# 信用\n" });
      await publishReport(report, store.target);
      await publishReport(elsewhere, store.target);
      expect((await visibleRuns(store)).map(({ content }) => content).sort()).toEqual([
        "# Nothing\n",
        "# 信用\n",
      ]);
    });
  });
}
