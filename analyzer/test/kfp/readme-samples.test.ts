import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseWindow } from "../../src/cli/options/parse-window.js";
import { temporaryFolder } from "../temporary-folder.js";
import { kfpPython } from "./kfp-python.js";

const [root, readme] = ["../../..", "../../README.md"].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
) as [string, string];
const python = kfpPython();
const folder = temporaryFolder();

test.skipIf(python === null)("the README's pipelines compile as they stand, one after the other", () => {
  const blocks = [...readFileSync(readme, "utf8").matchAll(/^```python\n(.*?)^```/gms)].map(
    ([, code]) => code!,
  );
  // An indented one is part of a pipeline.
  const pipelines = blocks.filter((code) => !code.startsWith(" "));
  expect(pipelines).toHaveLength(3);
  const script = join(folder, "samples.py");
  writeFileSync(
    script,
    [...pipelines, "print(*last_hour.python_func(), hourly.name, published.name, fan_out.name)"].join("\n"),
  );
  const { stdout, stderr, status } = spawnSync(python ?? "", [script], { cwd: root, encoding: "utf8" });
  expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
  const [rows, window = "", ...names] = stdout.trim().split(" ");
  const { start, end } = parseWindow(window)!;
  expect(Date.parse(end) - Date.parse(start)).toBe(3_600_000);
  expect(rows).toContain(`/day=${start.slice(0, 10)}/`);
  expect(names).toEqual(["credit-hourly", "credit-published", "credit-fan-out"]);
});
