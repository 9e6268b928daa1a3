import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A new empty folder, removed when the tests of the calling file have ended. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "featurescope-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
