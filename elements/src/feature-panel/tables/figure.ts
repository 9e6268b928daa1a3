import type { StatisticsDocument, Verdict } from "@featurescope/analyzer/artifact";
import { formatPoints, formatShare } from "@featurescope/analyzer/drift";
import type { Emphasis, Figure } from "./figures.js";

/** Stands where a side has no such figure. */
const NONE = "–";

/** What a verdict does to the difference that it judges. */
export function emphasisOf(verdict: Verdict | undefined): Emphasis {
  return verdict === "shifted" ? "bad" : verdict === "watch" ? "warn" : "plain";
}

/** A figure of both sides. The reference's is undefined where there is no reference at all, and null where only this figure is missing. */
export type Sides = readonly [current: number | null, reference: number | null | undefined];

/**
 * A row of two figures.
 * @param write writes one side
 * @param compare writes the difference, current minus reference
 */
export function figure(
  label: string,
  [current, reference]: Sides,
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
    emphasis,
  };
}

/** A row of two shares of rows; the difference is in percentage points. */
export function shareFigure(
  label: string,
  sides: Sides,
  language: string,
  emphasis: Emphasis = "plain",
): Figure {
  const write = (share: number): string => formatShare(share, language);
  return figure(label, sides, write, (points) => formatPoints(points, language), emphasis);
}

/** The shares of a count of rows on both sides. @param current, before null and undefined count as no rows */
export function sharesOf(
  { rows, reference }: StatisticsDocument,
  current: number | null,
  before: number | null | undefined,
): Sides {
  return [shareOf(current, rows), reference === null ? undefined : shareOf(before, reference.rows)];
}

function shareOf(part: number | null | undefined, rows: number): number | null {
  return rows === 0 ? null : (part ?? 0) / rows;
}
