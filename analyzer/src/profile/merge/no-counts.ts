import type { ProfileCounts } from "../../artifact/index.js";

/** What adds up of a feature whose values are not known: nothing but its rows. */
export const NO_COUNTS = {
  referenceId: null,
  distinct: null,
  bins: null,
  belowReference: null,
  aboveReference: null,
  numbers: null,
  levels: null,
} satisfies Partial<ProfileCounts>;
