import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Rows of the real credit table that a report is of, and those that it is compared with. */
const PARTS = { before: [0, 2000], now: [2000, 3200], later: [3200, 4454] };

/**
 * Reports of two runs, `now` and `later`, made by the real command once, and the rows that they were made from.
 * @param folder where they are kept
 */
export function makeReports(folder) {
  const done = join(folder, "complete");
  const path = (name) => join(folder, name);
  if (!existsSync(done)) {
    mkdirSync(folder, { recursive: true });
    const [head, ...rows] = readFileSync(at("../../stories/demo/data/credit_data.csv"), "utf8")
      .trim()
      .split("\n");
    for (const [name, [first, end]] of Object.entries(PARTS))
      writeFileSync(path(`${name}.csv`), [head, ...rows.slice(first, end), ""].join("\n"));
    for (const name of ["now", "later"])
      execFileSync(
        process.execPath,
        [at("../../analyzer/bin/featurescope.js"), "analyze", "--quiet", "--features", "all"].concat(
          ["--data", path(`${name}.csv`), "--reference", path("before.csv"), "--out", path(name)],
          ["--pipeline", "bench", "--run", name],
        ),
        { stdio: "inherit" },
      );
    writeFileSync(done, "");
  }
  return { now: path("now"), later: path("later"), rows: path("now.csv"), referenceRows: path("before.csv") };
}
