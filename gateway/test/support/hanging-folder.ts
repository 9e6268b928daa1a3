import { execFileSync, spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { installDebian } from "../../../scripts/install-debian.mjs";
import { temporaryFolder } from "./temporary-folder.js";

/** Stands in front of the C library: whoever resolves a path of the folder waits, as for NFS whose server is away, while the file is there. */
const SOURCE = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
char *realpath(const char *path, char *resolved) {
  char *(*real)(const char *, char *) = dlsym(RTLD_NEXT, "realpath");
  const char *folder = getenv("HANGING_FOLDER");
  if (strncmp(path, folder, strlen(folder)) == 0)
    while (access(getenv("HANGING_WHILE"), F_OK) == 0) usleep(1000);
  return real(path, resolved);
}
`;

const compiles = (): boolean =>
  spawnSync("cc", ["-fsyntax-only", "-x", "c", "-"], { input: SOURCE }).status === 0;

if (!compiles()) installDebian("gcc", "libc6-dev");

/** Whether a folder that hangs can be made here: that takes a C compiler. Whoever has none can do without; CI cannot. */
export const canHang = compiles() || process.env["CI"] !== undefined;

/** Makes a folder hang for a program that is started with the environment, as often as is wanted. */
export function hangingFolder(folder: string) {
  const own = temporaryFolder();
  const library = join(own, "hanging.so");
  const file = join(own, "hangs");
  execFileSync("cc", ["-shared", "-fPIC", "-x", "c", "-", "-ldl", "-o", library], { input: SOURCE });
  const goOn = (): void => rmSync(file, { force: true });
  onTestFinished(goOn);
  return {
    environment: { LD_PRELOAD: library, HANGING_FOLDER: folder, HANGING_WHILE: file },
    hang: () => writeFileSync(file, ""),
    goOn,
  };
}
