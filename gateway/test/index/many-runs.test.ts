import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

/** With all of them in memory the figures alone would take four gigabytes. */
const HEAP_MB = 192;

test(`a hundred thousand runs of ten pipelines with twenty features are known in a heap of ${HEAP_MB} MB`, () => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${HEAP_MB}`,
      "--conditions=@featurescope/source",
      "--import",
      "tsx",
      join(import.meta.dirname, "index-many-runs.ts"),
    ],
    { encoding: "utf8" },
  );

  expect([status, stderr.slice(0, 500)]).toEqual([0, ""]);
  expect(JSON.parse(stdout)).toEqual({
    runs: 100_000,
    newest: Array.from({ length: 10 }, (_, i) => `r${99_990 + i}`),
  });
});
