import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deriveFeatures } from "./derive-features.js";
import { fingerprint } from "./fingerprint.js";
import { makeCreditBoard } from "./make-credit-board.js";
import { makeStoryReports } from "./make-story-reports.js";
import { makeWeeks } from "./make-weeks.js";
import { analyzerFolder, demoFolder, gatewayFolder, repository } from "./places.js";
import { stopAll } from "./run-featurescope.js";

/** Makes what the stories show, with the real commands; does nothing while nothing changed. */
async function main(): Promise<void> {
  const fixtures = join(repository, "stories/dist/fixtures");
  const work = join(repository, "stories/dist/work");
  const stamp = join(repository, "stories/dist/fixtures.sha256");
  const now = await fingerprint(analyzerFolder, gatewayFolder, demoFolder, import.meta.dirname);
  if ((await readFile(stamp, "utf8").catch(() => "")) === now) return;

  console.log("stories: analysing made-up columns and a year of credit applications");
  for (const folder of [fixtures, work]) await rm(folder, { recursive: true, force: true });
  for (const folder of ["columns", "weeks", "credit/runs"])
    await mkdir(join(work, folder), { recursive: true });
  const reports = join(fixtures, "reports");
  await Promise.all([
    makeStoryReports(join(work, "columns"), reports),
    makeWeeks(join(work, "weeks"), reports),
    makeCreditBoard(join(work, "credit"), join(fixtures, "credit")),
  ]);
  await deriveFeatures(join(reports, "now"), join(reports, "derived"));
  await rm(work, { recursive: true });
  await writeFile(stamp, now);
}

try {
  await main();
} catch (error) {
  stopAll();
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
