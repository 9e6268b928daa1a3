import type { Drift, Finding } from "../../artifact/index.js";
import { rowsOfBins } from "../bins/rows-of-bins.js";
import { judgeBeyond } from "../verdict/judge-beyond.js";
import { isAlarm } from "../verdict/worst-part.js";

/** What a finding tells of rows that are out of time, of each sort whose verdict is not stable. */
export function timeArguments({ bins, limits, times, verdicts }: Drift): Finding["arguments"] {
  const { m } = rowsOfBins(bins);
  const share = (name: string, rows: number | null | undefined): Finding["arguments"] =>
    rows && isAlarm(judgeBeyond(rows, bins, limits)) ? { [name]: rows / m } : {};
  return {
    ...(isAlarm(verdicts.stale)
      ? { overdueShare: verdicts.stale?.value ?? null, overdueSince: times?.newest ?? null }
      : {}),
    ...share("earlierShare", times?.earlier),
    ...share("laterShare", times?.later),
  };
}
