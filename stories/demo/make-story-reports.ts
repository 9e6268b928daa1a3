import { join } from "node:path";
import { type DrawnColumn, writeTable } from "./draws.js";
import { demoFolder } from "./places.js";
import { runFeaturescope } from "./run-featurescope.js";
import { manyColumns, PUT_IN_COLUMNS, STORY_COLUMNS } from "./story-columns.js";

const QUARTER = "2026-07-01T00:00:00Z/2026-10-01T00:00:00Z";
const DAY_BEFORE = "2026-11-19T00:00:00Z/2026-11-20T00:00:00Z";
const YESTERDAY = "2026-11-20T00:00:00Z/2026-11-21T00:00:00Z";

/** A table to draw, frozen as a reference. */
interface Frozen {
  columns: Record<string, DrawnColumn>;
  side: keyof DrawnColumn;
  rows: number;
  seed: number;
}

/** A table to draw, analysed as a run. */
interface Analysed extends Frozen {
  window: string;
  /** One of {@link REFERENCES}; null for a run without one. */
  reference: string | null;
  /** Features that the tables have not, asked for all the same. */
  absent: readonly string[];
  pictures: boolean;
}

const story = { columns: STORY_COLUMNS, absent: ["bureau_score_v2"], pictures: true };
const putIn = { columns: PUT_IN_COLUMNS, absent: [], pictures: true };
const wide = { columns: manyColumns(1000), absent: [], pictures: false };

const REFERENCES: Record<string, Frozen> = {
  quarter: { ...story, side: "reference", rows: 20_000, seed: 1 },
  elsewhere: { ...story, side: "current", rows: 9000, seed: 2 },
  "put-in": { ...putIn, side: "reference", rows: 20_000, seed: 10 },
  wide: { ...wide, side: "reference", rows: 1000, seed: 3 },
};

const REPORTS: Record<string, Analysed> = {
  now: { ...story, side: "current", rows: 6000, seed: 4, window: YESTERDAY, reference: "quarter" },
  before: { ...story, side: "reference", rows: 5000, seed: 5, window: DAY_BEFORE, reference: "quarter" },
  few: { ...story, side: "current", rows: 30, seed: 6, window: YESTERDAY, reference: "quarter" },
  scarce: { ...story, side: "current", rows: 80, seed: 9, window: YESTERDAY, reference: "quarter" },
  alone: { ...story, side: "current", rows: 6000, seed: 4, window: YESTERDAY, reference: null },
  other: { ...story, side: "reference", rows: 5000, seed: 7, window: DAY_BEFORE, reference: "elsewhere" },
  "put-in": { ...putIn, side: "current", rows: 6000, seed: 11, window: YESTERDAY, reference: "put-in" },
  wide: { ...wide, side: "current", rows: 500, seed: 8, window: YESTERDAY, reference: "wide" },
};

async function draw(folder: string, name: string, { columns, side, rows, seed }: Frozen): Promise<string> {
  const file = `${name}.csv`;
  await writeTable(join(folder, file), columns, side, rows, seed);
  return file;
}

/**
 * Reports of made-up columns: one for each thing that a run can be.
 * @param work for tables and references
 * @param out gets a report a folder: `now`, `before`, `few`, `scarce`, `alone`, `other`, `put-in`, `wide`
 */
export async function makeStoryReports(work: string, out: string): Promise<void> {
  for (const [name, frozen] of Object.entries(REFERENCES)) {
    const data = await draw(work, `reference-${name}`, frozen);
    await runFeaturescope(work, "reference", { data, window: QUARTER, out: `${name}.json` });
  }
  for (const [name, analysed] of Object.entries(REPORTS)) {
    const { columns, window, reference, absent, pictures } = analysed;
    await runFeaturescope(work, "analyze", {
      data: await draw(work, name, analysed),
      features: [...Object.keys(columns), ...absent].join(","),
      ...(reference === null ? {} : { reference: `${reference}.json` }),
      ...(pictures ? {} : { "no-pictures": true }),
      config: join(demoFolder, "stories.yaml"),
      pipeline: "stories",
      run: name,
      window,
      out: join(out, name),
    });
  }
}
