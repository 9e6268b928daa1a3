import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { serverFolder } from "./obtain.js";

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Takes a lock that names its holder; false where a process that lives holds it. */
async function take(lock: string): Promise<boolean> {
  try {
    await writeFile(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch {
    const holder = Number(await readFile(lock, "utf8").catch(() => ""));
    // Just made, its name is not in it yet.
    if (holder !== 0 && !isAlive(holder)) await rm(lock, { force: true });
    return false;
  }
}

/**
 * A folder of programs that is made once and kept between runs: test files that want it at the same time wait for the
 * one that makes it, and what was broken off is made anew.
 * @param install fills the folder
 */
export async function installOnce(name: string, install: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(await serverFolder(), name);
  const complete = join(folder, "complete");
  const lock = `${folder}.lock`;
  while (!existsSync(complete)) {
    if (!(await take(lock))) {
      await wait(200);
      continue;
    }
    try {
      if (existsSync(complete)) break;
      await rm(folder, { recursive: true, force: true });
      await mkdir(folder, { recursive: true });
      await install(folder);
      await mkdir(complete);
    } finally {
      await rm(lock, { force: true });
    }
  }
  return folder;
}
