import type { History } from "@featurescope/analyzer/artifact";
import type { LiveTarget } from "../controllers/live-updates.js";

/** A history without the runs that were withdrawn, which a gateway that has not noticed goes on to list. */
export function withoutWithdrawn(history: History, { isWithdrawn }: LiveTarget): History {
  return { ...history, rows: history.rows.filter(({ run }) => !isWithdrawn(run)) };
}
