import type { Words } from "../words/words.js";

/** Words that only a live element needs. */
export interface UpdateWords {
  live: string;
  updated: (clock: string) => string;
  /** The gateway tells nothing; it is asked again and again. */
  lost: string;
  changed: (feature: string, now: string, before: string) => string;
  appeared: (feature: string, now: string) => string;
  /** Features beyond those that were named. */
  others: (count: number) => string;
  /** Between sentences. */
  gap: string;
}

const en: UpdateWords = {
  live: "live",
  updated: (clock) => `updated ${clock}`,
  lost: "live updates interrupted",
  changed: (feature, now, before) => `${feature}: ${now}, was ${before}.`,
  appeared: (feature, now) => `${feature}: ${now}, new.`,
  others: (count) => `${count} more ${count === 1 ? "verdict" : "verdicts"} changed.`,
  gap: " ",
};

/** Words of a live element in the language of all others. */
export function updateWords({ late }: Words): UpdateWords {
  return late?.update ?? en;
}
