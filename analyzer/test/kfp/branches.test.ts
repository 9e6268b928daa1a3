import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import "../../../gateway/test/support/built-program.js";
import { applications, newPath } from "../cli/tables.js";
import { temporaryFolder } from "../temporary-folder.js";
import { kfpPython } from "./kfp-python.js";

const folder = temporaryFolder();
const python = kfpPython();
const [component, script, programs] = [
  "../../../kfp-component.yaml",
  "run-branches.py",
  "../../../node_modules/.bin",
].map((path) => fileURLToPath(new URL(path, import.meta.url))) as [string, string, string];

/** The branches that a pipeline takes after a step with these arguments. */
function branchesOf(args: object): string[] {
  const file = newPath(folder);
  const { stdout, stderr, status } = spawnSync(
    python ?? "",
    [script, component, join(folder, "runs"), JSON.stringify(args), file],
    { env: { ...process.env, PATH: `${programs}${delimiter}${process.env["PATH"]}` }, encoding: "utf8" },
  );
  expect({ status, log: status === 0 ? "" : stdout + stderr }).toEqual({ status: 0, log: "" });
  return readFileSync(file, "utf8").trim().split("\n").sort();
}

test.skipIf(python === null)("a pipeline branches on the verdict and the counts of a step", () => {
  const [now, then] = [applications(folder, 2000, 40, 50), applications(folder, 3000, 44, 50)];
  expect(branchesOf({ source: now, reference_source: then })).toEqual([
    "one shifted 2000",
    "verdict: shifted 2000",
  ]);
  expect(branchesOf({ source: now, features: ["agee", "incom"] })).toEqual([
    "several broken 2000",
    "verdict: broken 2000",
  ]);
  expect(branchesOf({ source: applications(folder, 0, 40, 50), reference_source: then })).toEqual([
    "no rows 0",
    "verdict: another 0",
  ]);
});
