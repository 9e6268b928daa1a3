import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { beforeEach, expect, test } from "vitest";
import { FEATURESCOPE } from "../../../gateway/test/support/built-program.js";
import { decodeLogEntry } from "../../src/artifact/index.js";
import { folderTarget } from "../../src/publish/folder-target.js";
import { publishReport } from "../../src/publish/publish-report.js";
import { writeSmallReport } from "../report/write-small-report.js";
import { temporaryFolder } from "../temporary-folder.js";
import { publishSuite, type TestStore, visibleRuns } from "./publish-suite.js";

const folder = temporaryFolder();
const report = join(folder, "report");

function newStore(): TestStore & { path: string } {
  const path = mkdtempSync(join(folder, "store-"));
  return {
    path,
    target: folderTarget(path),
    objects: async () => {
      const entries = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      );
      const files = entries.map((entry) => join(entry.parentPath, entry.name));
      return new Map(
        files.sort().map((file) => [file.slice(path.length + 1).replaceAll("\\", "/"), readFileSync(file)]),
      );
    },
    remove: async (name) => rmSync(join(path, name)),
  };
}

publishSuite("a folder", async () => newStore());

beforeEach(async () => {
  rmSync(report, { recursive: true, force: true });
  await writeSmallReport(report);
});

test("a report that is not whole is refused before anything is written", async () => {
  const { path, target } = newStore();
  writeFileSync(join(report, "summary.md"), "changed by hand");
  await expect(publishReport(report, target)).rejects.toMatchObject({ code: "document-invalid" });
  rmSync(join(report, "summary.md"));
  await expect(publishReport(report, target)).rejects.toThrow("cannot be read");
  rmSync(join(report, "manifest.json"));
  await expect(publishReport(report, target)).rejects.toMatchObject({ code: "input-unreadable" });
  expect(readdirSync(path, { recursive: true }).filter((name) => String(name).includes("r1"))).toEqual([]);
});

test.each(["afile", "afile/below", "store/runs", "store/_log"])(
  "a store that cannot be one, as %s is a file, is told for what it is",
  async (file) => {
    const path = mkdtempSync(join(folder, "no-store-"));
    mkdirSync(join(path, file.startsWith("store") ? dirname(file) : "."), { recursive: true });
    writeFileSync(join(path, file.replace("/below", "")), "");
    const store = join(path, file.startsWith("store") ? "store" : file);

    await expect(publishReport(report, folderTarget(store))).rejects.toMatchObject({
      code: "store-unreachable",
      message: expect.stringMatching(
        /^expected to write .*, found: a part of the path is a file; correct it$/,
      ) as string,
    });
  },
);

test("a pipeline of any name gets a safe folder, and its own name in the log", async () => {
  const { path, target } = newStore();
  const pipeline = "../信用 / hourly";
  await writeSmallReport(report, { pipeline });
  const { folder: run } = await publishReport(report, target);
  expect(run.startsWith(join(path, "runs"))).toBe(true);
  expect(readdirSync(join(path, "runs"))).toHaveLength(1);
  const [name = ""] = readdirSync(join(path, "_log/v1"));
  expect(decodeLogEntry(JSON.parse(readFileSync(join(path, "_log/v1", name), "utf8"))).pipeline).toBe(
    pipeline,
  );
});

test("a copy of a published run can be published elsewhere", async () => {
  const { folder: run } = await publishReport(report, newStore().target);
  const copy = join(folder, "copy");
  cpSync(run, copy, { recursive: true });
  expect(await publishReport(copy, newStore().target)).toMatchObject({ isNew: true });
});

test("killed outright in the middle, nothing is to be seen, and the next publish completes it", async () => {
  const store = newStore();
  const large = join(folder, "large");
  await writeSmallReport(large, { content: "x".repeat(60_000_000) });
  const child = spawn(process.execPath, [FEATURESCOPE, "publish", large, "--to", store.path]);
  const closed = once(child, "close");
  const pipeline = join(store.path, "runs/credit");
  while (child.exitCode === null && !existsSync(pipeline)) await setTimeout(2);
  child.kill("SIGKILL");
  await closed;
  expect(existsSync(join(pipeline, "r1"))).toBe(false);
  expect(existsSync(join(store.path, "_log"))).toBe(false);

  expect(await publishReport(report, store.target)).toMatchObject({ isNew: true });
  expect(await visibleRuns(store)).toEqual([{ path: "runs/credit/r1", content: "# Nothing\n" }]);
});
