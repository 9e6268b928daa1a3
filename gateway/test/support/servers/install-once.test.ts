import { existsSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { installOnce } from "./install-once.js";
import { serverFolder } from "./obtain.js";

async function newName(): Promise<string> {
  const name = `test-${process.pid}-${Math.random().toString(36).slice(2)}`;
  const folder = join(await serverFolder(), name);
  onTestFinished(async () => {
    for (const path of [folder, `${folder}.lock`]) await rm(path, { recursive: true, force: true });
  });
  return name;
}

test("of many who want it at once, one installs and all get it whole", async () => {
  const name = await newName();
  let installed = 0;
  const folders = await Promise.all(
    Array.from({ length: 5 }, () =>
      installOnce(name, async (folder) => {
        installed++;
        await wait(50);
        await writeFile(join(folder, "program"), "whole");
      }),
    ),
  );

  expect([installed, new Set(folders).size]).toEqual([1, 1]);
  expect(await readFile(join(folders[0]!, "program"), "utf8")).toBe("whole");
});

const half = async (folder: string): Promise<void> => {
  await writeFile(join(folder, "half"), "");
  throw new Error("no network");
};

test("what was broken off is made anew, also where whoever made it died with the lock", async () => {
  const name = await newName();
  await expect(installOnce(name, half)).rejects.toThrow("no network");
  // No process has this number.
  await writeFile(join(await serverFolder(), `${name}.lock`), "4194999");

  const folder = await installOnce(name, (folder) => writeFile(join(folder, "program"), "whole"));

  expect([existsSync(join(folder, "program")), existsSync(join(folder, "half"))]).toEqual([true, false]);
});
