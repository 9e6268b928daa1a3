import * as fc from "fast-check";
import { expect, test } from "vitest";
import { RUN_ID, compareRuns, logEntryPath, parseLogEntryPath, runIdOf } from "../../src/artifact/index.js";

test("a run id is a compact time and eight hex digits", () => {
  const id = runIdOf(new Date("2026-11-01T00:00:00.000Z"), "1f2e3d4c");
  expect(id).toBe("20261101t000000z-1f2e3d4c");
  expect(id).toMatch(RUN_ID);
});

test("commit-log entries are read back, and a listing has the newest first", () => {
  const times = fc.integer({ min: 0, max: 9_999_999_999_999 });
  fc.assert(
    fc.property(times, times, (a, b) => {
      const [first, second] = [logEntryPath(a, "credit", "r1"), logEntryPath(b, "credit", "r1")];
      expect(parseLogEntryPath(first)).toEqual({ publishedAt: a, pipelineKey: "credit", run: "r1" });
      expect(first < second).toBe(a > b);
    }),
  );
});

test.each([
  "_log/v1/x.json",
  "_log/v2/9999999999999!p!r.json",
  "_log/v1/9999999999999!p!../r.json",
  "_log/v1/9999999999999!p!R.json",
])("%s is no commit-log entry", (path) => {
  expect(parseLogEntryPath(path)).toBeNull();
});

const run = (id: string, end: string, createdAt: string) => ({
  run: id,
  createdAt,
  window: { start: "", end },
});

test("a backfilled old window is not the newest run", () => {
  const backfilled = run("b", "2026-10-01T00:00:00Z", "2026-11-20T00:00:00Z");
  const newest = run("a", "2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z");
  const repeated = run("c", "2026-11-01T00:00:00Z", "2026-11-03T00:00:00Z");
  expect([repeated, backfilled, newest].sort(compareRuns).map(({ run: id }) => id)).toEqual(["b", "a", "c"]);
});
