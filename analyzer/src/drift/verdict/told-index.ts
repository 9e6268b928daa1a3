import type { PartVerdicts } from "../../artifact/index.js";

/** The index as it is told: none where all rows are of levels too rare for a bin, as of identifiers, where it is 0 whatever moved. */
export function toldIndex({ index: { reason, value } }: PartVerdicts): number | null {
  return reason === "only-other" ? null : value;
}
