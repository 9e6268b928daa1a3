import { execFileSync } from "node:child_process";
import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { directoryStore } from "../../src/store/directory-store.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { codeOf, storeSuite } from "./store-suite.js";

storeSuite("directory", async (objects) => {
  const folder = temporaryFolder();
  for (const [path, body] of objects) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), body);
  }
  return directoryStore(folder);
});

test("no link is followed: not the file itself, not a folder before it, not out and not within", async () => {
  const folder = temporaryFolder();
  const outside = temporaryFolder();
  await mkdir(join(folder, "real"));
  await writeFile(join(folder, "real/file"), "inside");
  await writeFile(join(outside, "file"), "outside");
  await symlink(join(outside, "file"), join(folder, "link"));
  await symlink(outside, join(folder, "out"));
  await symlink("real", join(folder, "within"));
  const store = directoryStore(folder);
  const names: string[] = [];
  for await (const { name } of store.list("")) names.push(name);

  expect(names).toEqual(["real"]);
  for (const path of ["link", "out/file", "within/file"]) {
    expect([path, await codeOf(store.get(path, { maxBytes: 100 }))]).toEqual([path, "document-invalid"]);
  }
  for await (const entry of store.list("out")) expect.unreachable(entry.name);
});

test("the root itself may be a link", async () => {
  const folder = temporaryFolder();
  const parent = temporaryFolder();
  await writeFile(join(folder, "file"), "text");
  await symlink(folder, join(parent, "store"));

  expect(String(await directoryStore(join(parent, "store")).get("file", { maxBytes: 10 }))).toBe("text");
});

test("a pipe is no file, and nobody waits for it", async () => {
  const folder = temporaryFolder();
  execFileSync("mkfifo", [join(folder, "pipe")]);

  expect(await codeOf(directoryStore(folder).get("pipe", { maxBytes: 10 }))).toBe("unknown-file");
});

test.each(["nothing", "file"])(
  "a root that is not there, or no folder, does not answer: %s",
  async (name) => {
    const folder = temporaryFolder();
    await writeFile(join(folder, "file"), "text");
    const store = directoryStore(join(folder, name));
    const list = async (path: string) => {
      for await (const entry of store.list(path)) expect.unreachable(entry.name);
    };

    expect(await codeOf(list(""))).toBe("store-unreachable");
    expect(await codeOf(list("_log/v1"))).toBe("store-unreachable");
    expect(await codeOf(store.get("file", { maxBytes: 10 }))).toBe("store-unreachable");
    expect(await codeOf(store.stat("file"))).toBe("store-unreachable");
  },
);
