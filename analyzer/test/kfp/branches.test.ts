import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import "../../../gateway/test/support/built-program.js";
import { applications, newPath } from "../cli/tables.js";
import { temporaryFolder } from "../temporary-folder.js";
import { kfpPython } from "./kfp-python.js";
import { runScript } from "./run-script.js";

const folder = temporaryFolder();
const python = kfpPython();

/** The branches that a pipeline takes after a step with these arguments. */
async function branchesOf(args: object): Promise<string[]> {
  const file = newPath(folder);
  const { last, log } = await runScript(python, "run-branches.py", [
    join(folder, "runs"),
    JSON.stringify(args),
    file,
  ]);
  expect(last === null ? log : "").toBe("");
  return readFileSync(file, "utf8").trim().split("\n").sort();
}

test.skipIf(python === null)("a pipeline branches on the verdict and the counts of a step", async () => {
  const [now, then] = [applications(folder, 2000, 40, 50), applications(folder, 3000, 44, 50)];
  expect(await branchesOf({ source: now, reference_source: then })).toEqual([
    "one shifted 2000",
    "verdict: shifted 2000",
  ]);
  expect(await branchesOf({ source: now, features: ["agee", "incom"] })).toEqual([
    "several broken 2000",
    "verdict: broken 2000",
  ]);
  expect(await branchesOf({ source: applications(folder, 0, 40, 50), reference_source: then })).toEqual([
    "no rows 0",
    "verdict: another 0",
  ]);
});
