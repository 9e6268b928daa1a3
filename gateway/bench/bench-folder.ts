import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder for what a bench needs, gone when the bench ends. */
export function benchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "featurescope-bench-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
