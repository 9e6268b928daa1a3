import type { Window } from "../../artifact/index.js";
import type { Faults } from "../faults.js";
import { parseWindow } from "./parse-window.js";

/** An option's text; null where it was not given. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** An option with a fixed set of values; null where it was not given, or is none of them. */
export function oneOf<T extends string>(
  value: unknown,
  flag: string,
  known: readonly T[],
  faults: Faults,
): T | null {
  const text = textOf(value);
  if (text === null || (known as readonly string[]).includes(text)) return text as T | null;
  faults.add(`${flag}: expected one of ${known.join(", ")}, found ${text}`);
  return null;
}

/** An option that is a window; null where it was not given, or is none. */
export function windowOf(value: unknown, flag: string, faults: Faults): Window | null {
  const text = textOf(value);
  const window = text === null ? null : parseWindow(text);
  if (text !== null && window === null) {
    faults.add(
      `${flag}: expected START/END such as 2026-11-01/2026-12-01 or 2026-11-01T00:00Z/2026-11-01T01:00Z, the earlier first, found ${text}`,
    );
  }
  return window;
}
