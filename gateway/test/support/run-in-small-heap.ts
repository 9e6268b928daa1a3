import { spawnSync } from "node:child_process";
import { expect } from "vitest";

/** Runs a program of the tests with so little room for objects, and gives what it says as JSON; the test fails where the room is not enough. */
export function runInSmallHeap(program: string, megabytes: number): unknown {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${megabytes}`, "--conditions=@featurescope/source", "--import", "tsx", program],
    { encoding: "utf8" },
  );
  expect([status, stderr.slice(0, 500)]).toEqual([0, ""]);
  return JSON.parse(stdout);
}
