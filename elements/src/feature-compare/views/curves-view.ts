import { formatShare } from "@featurescope/analyzer/drift";
import { html, svg, type TemplateResult } from "lit";
import type { RunSide } from "../run-side.js";
import { axisPicture } from "./axis-picture.js";
import { type CumulativePoint, cumulativeShares, valueAt } from "./cumulative-shares.js";
import { type Bar, binsBox, filledBars, heightsOf, levelOf, stepOutline } from "./histogram-picture.js";
import type { RunsView } from "./runs-view.js";
import { type SharedAxis, sharedAxis } from "./shared-axis.js";

/** A side among those laid over each other; the first is filled, the others are dashed, each in its own way. */
export interface Curve {
  name: string;
  side: RunSide;
}

/** A label at a curve, in percent of the box. */
interface CurveLabel {
  name: string;
  look: string;
  x: number;
  y: number;
  /** Whether it ends at its place. */
  isBefore?: boolean;
  /** Pixels from its place down to the foot of its letters; at the height of its place unless given. */
  down?: number;
}

/** Part of its rise at which a cumulative curve is labelled. */
const LABELLED = 0.7;

/** Least distance of two labels, in percent of the height. */
const LINE = 8;

/** Three or four runs over one axis: the first as bars, the others as dashed outlines, each labelled at its peak. */
export function overlayCurves(curves: readonly Curve[], view: RunsView): TemplateResult {
  const sides = curves.map(({ side }) => side);
  const axis = sharedAxis(sides);
  if (axis === null) return notDrawn(view);
  const heights = heightsOf(sides, axis, view.measure);
  const bars = sides.map(heights.of);
  const pictures = bars.map((of, i) => (i === 0 ? filledBars(of) : stepOutline(of, look(i))));
  const peaks = curves.flatMap(({ name }, i): CurveLabel[] => {
    const peak = Math.max(...bars[i]!.map(({ height }) => height));
    return bars[i]!.length === 0 ? [] : [{ name, look: look(i), x: 0, y: levelOf(peak) }];
  });
  const labels = spread(peaks).map((label) => ({
    ...label,
    x: rightOf(bars.flat(), label.y - LINE / 2),
  }));
  const ticks = heights.ticks(view.words.language).map(({ at, label }) => ({ y: levelOf(at), label }));
  return plot(pictures, labels, axis, view, ticks);
}

/** Where no bar reaches up to a place any more, in percent of the width. */
function rightOf(bars: readonly Bar[], y: number): number {
  const least = (100 - y - LINE) / 97;
  return 100 * Math.max(0, ...bars.filter(({ height }) => height >= least).map(({ high }) => high));
}

/** Labels beside the first and the last of curves that rise, where neither crosses one; those between are told by the key alone. */
function outermost(labels: readonly CurveLabel[]): CurveLabel[] {
  const ordered = labels.toSorted((a, b) => a.x - b.x);
  const [left, right] = [ordered[0], ordered.at(-1)];
  if (left === undefined || right === undefined || left === right) return ordered;
  return [
    { ...left, isBefore: true, down: -6 },
    { ...right, isBefore: false, down: 16 },
  ];
}

/** Cumulative distributions of two to four runs over one axis, the outermost labelled. */
export function cumulativeCurves(curves: readonly Curve[], view: RunsView): TemplateResult {
  const axis = sharedAxis(curves.map(({ side }) => side));
  if (axis === null) return notDrawn(view);
  const drawn = curves.map(({ name, side }, i) => {
    const corners = cumulativeShares(side);
    const [from, to] = [corners[0]?.share ?? 0, corners.at(-1)?.share ?? 1];
    return { name, look: look(i), corners, share: from + (to - from) * LABELLED };
  });
  const paths = drawn.map(
    (curve) => svg`<path class="curve ${curve.look}" d=${curvePath(curve.corners, axis)} />`,
  );
  const shares = [0.25, 0.5, 0.75];
  const ticks = shares.map((share) => ({
    y: 100 - share * 100,
    label: formatShare(share, view.words.language, 0),
  }));
  const labels = outermost(
    drawn.flatMap(({ name, look: of, corners, share }) => {
      const value = valueAt(corners, share);
      return value === null ? [] : [{ name, look: of, x: axis.place(value) * 100, y: 100 - share * 100 }];
    }),
  );
  return plot(paths, labels, axis, view, ticks);
}

function plot(
  pictures: unknown,
  labels: readonly CurveLabel[],
  axis: SharedAxis,
  { words, caption }: RunsView,
  ticks: readonly { y: number; label: string }[],
): TemplateResult {
  const grid = ticks.map(({ y }) => svg`<path class="grid" d="M0 ${y}H1000" />`);
  return html`<div
    class="plot ${ticks.length > 0 ? "with-ticks" : ""}"
    role="img"
    aria-label=${caption}
    part="chart"
  >
    ${binsBox([grid, pictures], "large")}
    <svg class="labels" width="100%" height="100%" aria-hidden="true">
      ${ticks.map(({ y, label }) => svg`<text class="end" x="-6" y="${y}%" dy="4">${label}</text>`)}
      ${labels.map(
        ({ name, look: of, x, y, isBefore = x > 80, down = 4 }) =>
          svg`<text class="curve-label ${of} ${isBefore ? "end" : ""}" x="${x}%" y="${y}%" dx=${isBefore ? -6 : 6} dy=${down}>${name}</text>`,
      )}
    </svg>
    ${axisPicture(axis, 7, words.language, "below")}
  </div>`;
}

/** Moves labels down until none touches the one above. */
function spread(labels: readonly CurveLabel[]): CurveLabel[] {
  let last = -Infinity;
  return labels
    .toSorted((a, b) => a.y - b.y)
    .map((label) => ({ ...label, y: (last = Math.max(label.y, last + LINE, 4)) }));
}

function curvePath(corners: readonly CumulativePoint[], axis: SharedAxis): string {
  const steps = corners.map(
    ({ value, share }) => `${round(axis.place(value) * 1000)} ${round(100 - share * 100)}`,
  );
  return steps.length === 0 ? "" : `M${steps.join("L")}`;
}

/** Class of the nth curve. */
export function look(index: number): string {
  return `nth-${index}`;
}

function round(units: number): number {
  return Math.round(units * 10) / 10;
}

function notDrawn({ words }: RunsView): TemplateResult {
  return html`<p class="muted">${words.notDrawn}</p>`;
}
