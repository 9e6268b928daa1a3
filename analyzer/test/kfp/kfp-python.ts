import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";

const VERSION = "2.17.0";
const cache = fileURLToPath(new URL("../../../node_modules/.cache/featurescope/", import.meta.url));

function run(command: string, args: string[]): string | null {
  const { status, stderr, error } = spawnSync(command, args, { encoding: "utf8", timeout: 240_000 });
  return status === 0 ? null : `${command} ${args.join(" ")}: ${error?.message ?? stderr.trim()}`;
}

/**
 * A Python that has the real `kfp` SDK with `kfp-kubernetes`, from an environment that is made once and kept in node_modules/.cache.
 * @returns its path; null where there is none, which is said
 * @throws Error in CI, with the reason
 */
export function kfpPython(): string | null {
  const home = `${cache}kfp-kubernetes-${VERSION}`;
  const python = `${home}/bin/python`;
  if (existsSync(python)) return python;
  // Several files of tests may come here at once: each makes its own, and whose is ready first stays.
  const own = `${home}.${process.pid}`;
  mkdirSync(cache, { recursive: true });
  const missing =
    run("python3", ["-m", "venv", own]) ??
    run(`${own}/bin/python`, ["-m", "pip", "install", "--quiet", `kfp[kubernetes]==${VERSION}`]);
  if (missing === null) {
    if (!existsSync(python)) renameSync(own, home);
    rmSync(own, { recursive: true, force: true });
    return python;
  }
  rmSync(own, { recursive: true, force: true });
  console.warn(`kfp is not to be had here: ${missing}`);
  if (process.env["CI"] === "true") throw new Error(`CI must be able to install the kfp SDK: ${missing}`);
  return null;
}
