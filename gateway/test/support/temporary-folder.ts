import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished, TestRunner } from "vitest";

/** A new empty folder, removed when the calling test has ended; called outside of one, when the tests of its file have. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "featurescope-test-"));
  // Within a test it is too late to register what follows all of them.
  const atTheEnd = TestRunner.getCurrentTest() === undefined ? afterAll : onTestFinished;
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
