import { DAY } from "../../artifact/index.js";
import { formatDate, formatWindow } from "../../drift/index.js";
import type { TimeTicks } from "./time-ticks.js";

/** A time on an axis, in UTC: no more than its unit needs; the first label says the day or the year as well, midnights the day. */
export function timeLabel(time: number, unit: TimeTicks["unit"], language: string, isFirst: boolean): string {
  const date = new Date(time);
  switch (unit) {
    case "year":
    case "month": {
      const months = unit === "year" ? 12 : 1;
      const end = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months);
      return formatWindow({ start: time, end }, language);
    }
    case "day":
      return formatDate(time, language, isFirst ? "full" : "short");
    default: {
      const day = formatDate(time, language, "short");
      if (time % DAY === 0) return day;
      const clock = date.toISOString().slice(11, unit === "second" ? 19 : 16);
      return isFirst ? `${day}\u00a0${clock}` : clock;
    }
  }
}
