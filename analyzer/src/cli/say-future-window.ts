import type { Window } from "../artifact/index.js";
import { formatWindow } from "../drift/index.js";

/** That rows are said to be of a time that has not come, as by a mistyped year; a sentence, or none. */
export function sayFutureWindow(window: Window | null, now: number): string[] {
  if (window === null || Date.parse(window.start) <= now) return [];
  return [
    `--window begins in the future (${formatWindow(window, "en")}): until then, this run is shown as the newest; look whether it is mistyped, or not in UTC`,
  ];
}
