import type { FrozenFeature } from "../artifact/index.js";
import type { Dataset } from "../dataset/dataset.js";
import type { FeatureProfile } from "./feature-profile.js";
import { isOfAllRows, unreadableProfile } from "./no-profile.js";
import { numberProfile } from "./number-profile.js";
import type { Progress } from "./progress.js";
import { VALUE_CAP } from "./scan/value-table.js";
import { FiniteValues, RowTally } from "./values/finite-values.js";
import type { Scan, ValueReader } from "./values/value-reader.js";

/** Bytes that the columns of a pass may take together. */
const MOST_BYTES = 2 ** 28;
/** Columns of a pass at most (more save no time, and each holds readers), and at least where they are so long that each takes 30 MB. */
const [MOST_COLUMNS, LEAST_COLUMNS] = [64, 8];
/** Bytes that a value table takes for each row while they are few: two arrays, half full, doubled when they grow. */
const BYTES_PER_ROW = 96;

/** Columns that share a pass over so many rows. */
export function columnsAtOnce(rows: number): number {
  if (rows > VALUE_CAP) return LEAST_COLUMNS;
  return Math.max(
    LEAST_COLUMNS,
    Math.min(MOST_COLUMNS, Math.floor(MOST_BYTES / (BYTES_PER_ROW * (rows + 1024)))),
  );
}

/** A numeric or datetime column to be profiled. */
export interface NumberColumn {
  name: string;
  kind: "numeric" | "datetime";
  /** Of the same kind or without values; null to find bins of its own. */
  frozen: FrozenFeature | null;
}

/** A column on its way through the passes. */
interface Work {
  name: string;
  scan: Scan<FeatureProfile>;
  /** Rows of the first pass. */
  tally: RowTally;
  /** What the next pass shows its values to. */
  readers: readonly ValueReader[];
}

/**
 * Profiles numeric and datetime columns that share passes over the rows, {@link columnsAtOnce} at most. Columns that cannot be read together
 * are read one by one, so that the fault stays with its column.
 * @throws FeaturescopeError `input-unreadable` where the rows are no longer there
 */
export async function profileNumbers(
  dataset: Dataset,
  columns: readonly NumberColumn[],
  progress: Progress,
): Promise<FeatureProfile[]> {
  try {
    return await scanTogether(dataset, columns, progress);
  } catch (error) {
    if (isOfAllRows(error)) throw error;
    const [first, ...others] = columns;
    if (first !== undefined && others.length === 0) return [unreadableProfile(first.name, first.kind, error)];
    const profiles: FeatureProfile[] = [];
    for (const column of columns) profiles.push(...(await profileNumbers(dataset, [column], progress)));
    return profiles;
  }
}

async function scanTogether(
  dataset: Dataset,
  columns: readonly NumberColumn[],
  progress: Progress,
): Promise<FeatureProfile[]> {
  const profiles: FeatureProfile[] = [];
  let works = columns.map(({ name, kind, frozen }): Work => {
    const tally = new RowTally();
    return { name, tally, scan: numberProfile(name, kind, tally, frozen), readers: [] };
  });
  for (let pass = 1; works.length > 0; pass++) {
    works = works.filter((work) => {
      const step = work.scan.next();
      if (step.done === true) profiles.push(step.value);
      else work.readers = step.value;
      return step.done !== true;
    });
    if (works.length > 0) await readOnce(dataset, works, pass === 1 ? progress : null);
  }
  return profiles;
}

/** One pass over the rows. @param progress null in all passes but the first */
async function readOnce(dataset: Dataset, works: readonly Work[], progress: Progress | null): Promise<void> {
  const columns = works.map(({ name, tally, readers }) => ({
    name,
    values: new FiniteValues(progress === null ? new RowTally() : tally, readers),
  }));
  const streamed: typeof columns = [];
  for (const column of columns) {
    // Later passes are wanted by columns with too many values for this.
    const isCounted = progress !== null && dataset.rows > VALUE_CAP;
    const counts = isCounted ? await dataset.valueCounts(column.name) : null;
    if (counts === null) streamed.push(column);
    else column.values.readCounts(counts);
  }
  if (streamed.length === 0) return progress?.read(dataset.rows);
  for await (const batch of dataset.batches(streamed.map(({ name }) => name))) {
    for (const { name, values } of streamed) values.read(batch.columns.get(name)!, batch.rows);
    progress?.read(batch.rows);
  }
  for (const { values } of streamed) values.end();
}
