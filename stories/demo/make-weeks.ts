import { join } from "node:path";
import { mixed, writeTable, type DrawnColumn } from "./draws.js";
import { demoFolder } from "./places.js";
import { runFeaturescope } from "./run-featurescope.js";
import { STORY_COLUMNS } from "./story-columns.js";

const NAMES = ["loan_amount", "txn_amount_30d", "channel"];
const WEEKS = 12;
const WEEK = 7 * 86_400_000;
const FIRST = Date.UTC(2026, 7, 31);
const QUARTER = "2026-06-01T00:00:00Z/2026-08-31T00:00:00Z";

/** The columns as they are when a part of the rows is drawn as the others will be later. */
function columnsAt(share: number): Record<string, DrawnColumn> {
  return Object.fromEntries(
    NAMES.map((name) => {
      const { reference, current } = STORY_COLUMNS[name]!;
      return [name, { reference, current: mixed(share, current, reference) }];
    }),
  );
}

/**
 * Reports of twelve weeks in a row through which some columns move, slowly and then faster.
 * @param work for tables and the reference
 * @param out gets a report a folder: `week-01` to `week-12`
 */
export async function makeWeeks(work: string, out: string): Promise<void> {
  await writeTable(join(work, "weeks-reference.csv"), columnsAt(0), "reference", 40_000, 20);
  await runFeaturescope(work, "reference", {
    data: "weeks-reference.csv",
    window: QUARTER,
    out: "weeks.json",
  });
  for (let week = 0; week < WEEKS; week++) {
    const run = `week-${String(week + 1).padStart(2, "0")}`;
    const share = (week / (WEEKS - 1)) ** 2.5;
    const [start, end] = [0, 1].map((after) => new Date(FIRST + (week + after) * WEEK).toISOString());
    await writeTable(
      join(work, `${run}.csv`),
      columnsAt(share),
      "current",
      8000 + ((week * 613) % 1500),
      30 + week,
    );
    await runFeaturescope(work, "analyze", {
      data: `${run}.csv`,
      features: NAMES.join(","),
      reference: "weeks.json",
      "no-pictures": true,
      config: join(demoFolder, "stories.yaml"),
      pipeline: "stories",
      run,
      window: `${start}/${end}`,
      out: join(out, run),
    });
  }
}
