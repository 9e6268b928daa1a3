import type { Window } from "../artifact/index.js";
import { BELIEVED_TIMES, lastBelieved } from "./believed-times.js";
import type { Dataset } from "./dataset.js";

/**
 * The window of rows by their times: from the first one to the millisecond after the last.
 * @param timeColumn may be none of the dataset's; null where there is none
 * @returns null where no row has a time
 */
export async function windowOfTimes(
  dataset: Pick<Dataset, "columns" | "batches">,
  timeColumn: string | null,
): Promise<Window | null> {
  const kind = dataset.columns.find(({ name }) => name === timeColumn)?.kind;
  if (timeColumn === null || (kind !== "datetime" && kind !== "numeric")) return null;
  const end = lastBelieved(undefined, Date.now());
  let [first, last] = [Infinity, -Infinity];
  for await (const { rows, columns } of dataset.batches([timeColumn])) {
    const { values, validity } = columns.get(timeColumn)!;
    for (let row = 0; row < rows; row++) {
      const time = values[row]!;
      const isMissing = validity !== null && ((validity[row >> 3]! >> (row & 7)) & 1) === 0;
      if (isMissing || !(time >= BELIEVED_TIMES.first && time < end)) continue;
      if (time < first) first = time;
      if (time > last) last = time;
    }
  }
  if (first > last) return null;
  return { start: new Date(first).toISOString(), end: new Date(Math.floor(last) + 1).toISOString() };
}
