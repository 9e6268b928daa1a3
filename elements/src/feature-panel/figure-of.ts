import { formatPoints, formatShare } from "@featurescope/analyzer/drift";
import type { Verdict } from "@featurescope/analyzer/artifact";
import type { Emphasis, Figure } from "./figures.js";

/** Stands where a side has no such figure. */
const NONE = "–";

/** What a verdict does to the difference that it judges. */
export function emphasisOf(verdict: Verdict | undefined): Emphasis {
  return verdict === "shifted" ? "bad" : verdict === "watch" ? "warn" : "plain";
}

/**
 * A row of two figures.
 * @param reference undefined where there is no reference at all; null where only this figure is missing
 * @param write writes one side
 * @param compare writes the difference, current minus reference
 */
export function figure(
  label: string,
  current: number | null,
  reference: number | null | undefined,
  write: (value: number) => string,
  compare: (difference: number) => string,
  emphasis: Emphasis = "plain",
): Figure {
  const side = (value: number | null): string => (value === null ? NONE : write(value));
  const both = typeof reference === "number" && current !== null;
  return {
    label,
    current: side(current),
    reference: reference === undefined ? null : side(reference),
    difference: both ? compare(current - reference) : "",
    emphasis: both ? emphasis : "plain",
  };
}

/** A row of two shares of rows; the difference is in percentage points. */
export function shareFigure(
  label: string,
  current: number | null,
  reference: number | null | undefined,
  language: string,
  emphasis: Emphasis = "plain",
): Figure {
  const write = (share: number): string => formatShare(share, language);
  return figure(label, current, reference, write, (points) => formatPoints(points, language), emphasis);
}

/** A part of the rows; null without rows. */
export function shareOf(part: number, rows: number): number | null {
  return rows === 0 ? null : part / rows;
}
