import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { decodeLogEntry, parseLogEntryPath } from "../../src/artifact/index.js";
import { publishReport } from "../../src/report/publish-report.js";
import { readManifest } from "../../src/report/read-manifest.js";
import { temporaryFolder } from "../temporary-folder.js";
import { writeSmallReport } from "./write-small-report.js";

const folder = temporaryFolder();
const report = join(folder, "report");
const store = join(folder, "store");
const log = join(store, "_log/v1");

beforeEach(async () => {
  for (const path of [report, store]) rmSync(path, { recursive: true, force: true });
  await writeSmallReport(report);
});

test("a published run has all files, and an entry of the log that names them", async () => {
  const publication = await publishReport(report, store);
  expect(publication).toMatchObject({ pipeline: "credit", run: "r1", isNew: true });
  expect(readdirSync(publication.folder).sort()).toEqual(["manifest.json", "summary.md"]);
  const [name = ""] = readdirSync(log);
  expect(parseLogEntryPath(`_log/v1/${name}`)).toMatchObject({ pipelineKey: "credit", run: "r1" });
  const entry = decodeLogEntry(JSON.parse(readFileSync(join(log, name), "utf8")));
  const { sha256 } = await readManifest(report);
  expect(entry).toMatchObject({ path: "runs/credit/r1", manifestSha256: sha256, pipeline: "credit" });
});

test("publishing twice changes nothing", async () => {
  await publishReport(report, store);
  const listing = (): string[] => readdirSync(store, { recursive: true, encoding: "utf8" }).sort();
  const before = listing();
  expect(await publishReport(report, store)).toMatchObject({ isNew: false });
  expect(listing()).toEqual(before);
});

test("a publish that was cut off before its log entry is completed by the next", async () => {
  const { folder: run } = await publishReport(report, store);
  rmSync(log, { recursive: true });
  expect(await publishReport(report, store)).toMatchObject({ folder: run, isNew: false });
  expect(readdirSync(log)).toHaveLength(1);
});

test("the same run with other content is refused, and what was published stays", async () => {
  const { folder: run } = await publishReport(report, store);
  await writeSmallReport(report, { content: "# Something else\n" });
  await expect(publishReport(report, store)).rejects.toMatchObject({ code: "run-exists" });
  expect(readFileSync(join(run, "summary.md"), "utf8")).toBe("# Nothing\n");
  expect(readdirSync(log)).toHaveLength(1);
});

test("many at once, of the same and of other content: one wins whole", async () => {
  const other = join(folder, "other");
  await writeSmallReport(other, { content: "# Other\n" });
  const publications = await Promise.allSettled(
    Array.from({ length: 12 }, (_, index) => publishReport(index % 2 === 0 ? report : other, store)),
  );
  expect(publications.filter(({ status }) => status === "fulfilled")).toHaveLength(6);
  const refused = publications.filter((publication) => publication.status === "rejected");
  expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(
    Array.from({ length: 6 }, () => "run-exists"),
  );
  const run = join(store, "runs/credit/r1");
  const { manifest } = await readManifest(run);
  expect(Buffer.byteLength(readFileSync(join(run, "summary.md")))).toBe(manifest.files[0]?.bytes);
  expect(readdirSync(join(store, "runs/credit"))).toEqual(["r1"]);
});

test("a report that is not whole is refused before anything is written", async () => {
  writeFileSync(join(report, "summary.md"), "changed by hand");
  await expect(publishReport(report, store)).rejects.toMatchObject({ code: "document-invalid" });
  rmSync(join(report, "summary.md"));
  await expect(publishReport(report, store)).rejects.toThrow("cannot be read");
  rmSync(join(report, "manifest.json"));
  await expect(publishReport(report, store)).rejects.toMatchObject({ code: "input-unreadable" });
  expect(existsSync(log)).toBe(false);
});

test("a pipeline of any name gets a safe folder, and its own name in the log", async () => {
  const pipeline = "../信用 / hourly";
  await writeSmallReport(report, { pipeline });
  const { folder: run } = await publishReport(report, store);
  expect(run.startsWith(join(store, "runs"))).toBe(true);
  expect(readdirSync(join(store, "runs"))).toHaveLength(1);
  const [name = ""] = readdirSync(log);
  expect(decodeLogEntry(JSON.parse(readFileSync(join(log, name), "utf8"))).pipeline).toBe(pipeline);
});

test("a copy of a published run can be published elsewhere", async () => {
  const { folder: run } = await publishReport(report, store);
  const copy = join(folder, "copy");
  cpSync(run, copy, { recursive: true });
  expect(await publishReport(copy, join(folder, "second"))).toMatchObject({ isNew: true });
});
