import { join } from "node:path";
import { temporaryFolder } from "./temporary-folder.js";
import { publish } from "./write-report.js";

/** When a run was made, for its plan: midnight of a day of November 2026. */
export const day = (n: number): { createdAt: string } => ({
  createdAt: new Date(Date.UTC(2026, 10, n)).toISOString(),
});

/** A store's folder with two runs of the same features: the mean of `age` is 1 in the older one, `a`, and 2 in the newer, `b`. */
export async function twoRuns(): Promise<{ folder: string; ofB: (file: string) => string }> {
  const folder = temporaryFolder();
  await publish(folder, { run: "a", ...day(1), features: [{ name: "age", mean: 1 }, { name: "income" }] });
  await publish(folder, { run: "b", ...day(2), features: [{ name: "age", mean: 2 }, { name: "income" }] });
  return { folder, ofB: (file) => join(folder, "runs/credit/b/features/age", file) };
}
