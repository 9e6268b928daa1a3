import { mkdir, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FolderListing } from "../../src/store/folder-listing.js";
import { temporaryFolder } from "../support/temporary-folder.js";

async function largeFolder(count = 1200) {
  const folder = temporaryFolder();
  for (let i = 0; i < count; i++) await writeFile(join(folder, String(i)), "");
  const age = async (seconds: number) => {
    const time = Date.now() / 1000 - seconds;
    await utimes(folder, time, time);
  };
  return { folder, age, listing: new FolderListing() };
}

test("a large folder that did not change for a while is not read again", async () => {
  const { folder, age, listing } = await largeFolder();
  await age(60);

  expect(await listing.read(folder)).toBe(await listing.read(folder));
});

test("what comes and goes is seen, also right after the folder was read", async () => {
  const { folder, age, listing } = await largeFolder();
  await age(60);
  const names = async () => (await listing.read(folder)).map(({ name }) => name);
  expect(await names()).toHaveLength(1200);

  await writeFile(join(folder, "new"), "");
  expect(await names()).toContain("new");
  await mkdir(join(folder, "newer"));
  expect(await names()).toContain("newer");
  await rm(join(folder, "0"));
  expect(await names()).not.toContain("0");
});

test("one that changed a moment ago is read again, as it may change within the tick of its clock", async () => {
  const { folder, listing } = await largeFolder();

  expect(await listing.read(folder)).not.toBe(await listing.read(folder));
});

test("small folders are read each time", async () => {
  const { folder, age, listing } = await largeFolder(10);
  await age(60);

  expect(await listing.read(folder)).not.toBe(await listing.read(folder));
});
