import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readManifest } from "../../../src/report/read/read-manifest.js";
import { sha256 } from "../../../src/report/sha256.js";
import { ReportFolder } from "../../../src/report/write/report-folder.js";
import { temporaryFolder } from "../../temporary-folder.js";
import { smallManifest, writeSmallReport } from "../write-small-report.js";

const folder = temporaryFolder();

test("a report appears whole: nothing is at its place before, all files and their checksums after", async () => {
  const path = join(folder, "a/new/report");
  const report = await ReportFolder.create(path);
  await report.write("features/age/statistics.json", "{}\n");
  expect(readdirSync(join(folder, "a/new")).filter((name) => !name.startsWith("."))).toEqual([]);
  report.discard();
  expect(readdirSync(join(folder, "a/new"))).toEqual([]);

  const { files } = await writeSmallReport(path);
  expect(readdirSync(path).sort()).toEqual(["manifest.json", "summary.md"]);
  expect(files).toEqual([{ path: "summary.md", sha256: sha256("# Nothing\n"), bytes: 10 }]);
  expect((await readManifest(path)).manifest.run).toBe("r1");
  expect(readdirSync(join(folder, "a/new"))).toEqual(["report"]);
});

test("an older report is replaced, and stays while the new one is being written", async () => {
  const path = join(folder, "replaced");
  await writeSmallReport(path, { run: "old" });
  const next = await ReportFolder.create(path);
  await next.write("summary.md", "next");
  expect((await readManifest(path)).manifest.run).toBe("old");
  next.discard();
  await writeSmallReport(path, { run: "new" });
  expect((await readManifest(path)).manifest.run).toBe("new");
  expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
});

test("an empty folder is taken", async () => {
  const path = join(folder, "empty");
  mkdirSync(path);
  await writeSmallReport(path);
  expect(readdirSync(path)).toContain("manifest.json");
});

test.each([
  ["a folder with other files", (path: string) => writeFileSync(join(path, "thesis.docx"), "years of work")],
  ["a foreign manifest.json", (path: string) => writeFileSync(join(path, "manifest.json"), "{}")],
])("%s is refused and left as it is", async (_, fill) => {
  const path = join(folder, `foreign-${Math.random()}`);
  mkdirSync(path);
  fill(path);
  const [name] = readdirSync(path);
  await expect(ReportFolder.create(path)).rejects.toMatchObject({ code: "invalid-usage" });
  expect(readdirSync(path)).toEqual([name]);
});

test("a report to which someone added a file is refused", async () => {
  const path = join(folder, "annotated");
  await writeSmallReport(path);
  writeFileSync(join(path, "notes.txt"), "mine");
  await expect(writeSmallReport(path)).rejects.toThrow("found notes.txt in it");
  expect(readFileSync(join(path, "notes.txt"), "utf8")).toBe("mine");
});

test("a file in the way is refused", async () => {
  const path = join(folder, "file");
  writeFileSync(path, "");
  await expect(ReportFolder.create(path)).rejects.toThrow("found a file");
  await expect(ReportFolder.create(join(path, "report"))).rejects.toMatchObject({ code: "invalid-usage" });
});

async function* pieces(): AsyncGenerator<string> {
  for (const piece of ["年", "龄", "", " ok\n"]) yield await Promise.resolve(piece);
}

test("a file written piece by piece has the size and the checksum of its bytes", async () => {
  const report = await ReportFolder.create(join(folder, "pieces"));
  await report.write("reference.json", pieces());
  const text = "年龄 ok\n";
  await report.commit((files) => {
    expect(files).toEqual([{ path: "reference.json", sha256: sha256(text), bytes: Buffer.byteLength(text) }]);
    return smallManifest("pieces", files);
  });
  expect(readFileSync(join(folder, "pieces", "reference.json"), "utf8")).toBe(text);
});
