import type { Window } from "../../artifact/index.js";

const TIME = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/;
const ZONE = /(Z|[+-]\d{2}:\d{2})$/;

function parseTime(text: string): string | null {
  if (!TIME.test(text)) return null;
  const time = new Date(text.includes("T") && !ZONE.test(text) ? `${text}Z` : text);
  return Number.isNaN(time.getTime()) ? null : time.toISOString();
}

/**
 * A window written as START/END, both ISO 8601, the end exclusive; a date is its midnight, a time without a zone is UTC.
 * @returns null where the text is no such pair, or does not end after it starts
 */
export function parseWindow(text: string): Window | null {
  const [from = "", to = "", ...more] = text.split("/");
  const start = parseTime(from.trim());
  const end = parseTime(to.trim());
  if (start === null || end === null || more.length > 0 || start >= end) return null;
  return { start, end };
}
