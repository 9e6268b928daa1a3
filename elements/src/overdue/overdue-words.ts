import type { Words } from "../words/words.js";

/** A time as it is said: so many of a unit. */
export interface Duration {
  count: number;
  unit: "minute" | "hour" | "day" | "week" | "month";
}

/** Words that only an overdue run needs. */
export interface OverdueWords {
  /** Beside the verdict. */
  old: (age: Duration) => string;
  due: (every: Duration, missed: string) => string;
  last: (time: string) => string;
}

const SHORT = { minute: "min", hour: "h", day: "days", week: "weeks", month: "months" };

const en: OverdueWords = {
  old: ({ count, unit }) => `${count}\u00a0${SHORT[unit]} old`,
  due: ({ count, unit }, missed) =>
    `A new run was due every ${count === 1 ? unit : `${count} ${unit}s`}; ${missed} missed.`,
  last: (time) => `Last run ${time}.`,
};

/** Words of an overdue run in the language of all others. */
export function overdueWords({ late }: Words): OverdueWords {
  return late?.overdue ?? en;
}
