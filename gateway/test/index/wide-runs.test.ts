import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

/** As objects the runs would take 500 MB. */
const HEAP_MB = 112;

test(`runs of ten thousand features are read and kept in a heap of ${HEAP_MB} MB`, () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MB}`,
      "--conditions=@featurescope/source",
      "--import",
      "tsx",
      join(import.meta.dirname, "index-wide-runs.ts"),
    ],
    { encoding: "utf8" },
  );

  expect([status, stderr.slice(0, 500)]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toEqual({
    known: 12,
    kept: 12,
    isBounded: true,
    newest: "r11",
    last: 9999 / 7,
    file: 9999,
  });
});
