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

const UNITS = { minute: "分钟", hour: "小时", day: "天", week: "周", month: "个月" };

const zhHans: OverdueWords = {
  old: ({ count, unit }) => `已过 ${count} ${UNITS[unit]}`,
  due: ({ count, unit }, missed) =>
    `本应每${count === 1 ? UNITS[unit] : ` ${count} ${UNITS[unit]}`}有一次新运行，已错过 ${missed} 次。`,
  last: (time) => `最近一次运行：${time}。`,
};

/** Words of an overdue run in a language: any Chinese, else English. */
export function overdueWords(language: string): OverdueWords {
  return /^zh\b/i.test(language) ? zhHans : en;
}
