import { formatIndex } from "@featurescope/analyzer/drift";
import { nothing, svg, type SVGTemplateResult } from "lit";
import { linear } from "../../parts/linear.js";
import type { TrendRun } from "../trend-run.js";
import type { TrendScene } from "../trend-scene.js";
import { axisEnd } from "./axis-end.js";
import { brokenMarks } from "./broken-marks.js";
import { indexMarks } from "./index-marks.js";
import { linePath } from "./lane-paths.js";
import { noiseHatching } from "./noise-hatching.js";
import { unbroken } from "./reference-spans.js";
import { type SideLabel, sideLabels } from "./side-labels.js";
import { valueTicks } from "./value-ticks.js";

/** Px of hatching that can be seen as such. */
const VISIBLE = 2;

/** Low and high end of the index in earlier stable runs, while one reference held. */
export interface UsualSpan {
  low: number;
  high: number;
  /** Milliseconds since 1970. */
  start: number;
  end: number;
}

/** Population stability index of a run; null where there is none. */
export const indexOf = ({ row }: TrendRun): number | null => row.populationStabilityIndex;

/** The index over time: usual range and noise behind it, its limits, a sign on each run that is not stable. */
export function indexLane(scene: TrendScene, usual: readonly UsualSpan[]): SVGTemplateResult {
  const { runs, x, layout, limits, words } = scene;
  const { left, right, isNarrow } = layout;
  const { top, bottom } = layout.index;
  const known = runs.flatMap((run) => indexOf(run) ?? []);
  const end = axisEnd(known, 1.2 * limits.shifted);
  const y = linear(0, end, bottom, top + 6);
  const write = (index: number): string => formatIndex(index, words.language, limits);
  const ticks = isNarrow ? [] : valueTicks(0, end, 3).filter((tick) => tick > 0 && tick !== limits.watch);
  return svg`
    <text class="lane" y=${top + (isNarrow ? 4 : 14)}>${words.index}</text>
    ${usual.map(
      ({ low, high, start, end: last }) =>
        svg`<rect class="usual" x=${x(start)} y=${y(high)} width=${x(last) - x(start)} height=${Math.max(1, y(low) - y(high))} />`,
    )}
    ${noiseHatching(
      runs.flatMap(({ row, start, end: last }) =>
        row.noiseBound === null ? [] : { left: x(start), right: x(last), top: y(row.noiseBound) },
      ),
      bottom,
    )}
    ${[limits.watch, limits.shifted].map((limit) => svg`<path class="rule dotted" d="M${left} ${y(limit)}H${right}" />`)}
    <path class="rule" d="M${left} ${bottom}H${right}${ticks.map((tick) => `M${left - 4} ${y(tick)}h4`).join("")}" />
    <text class="end" x=${left - 8} y=${bottom + 4}>0</text>
    ${ticks.map((tick) => svg`<text class="end" x=${left - 8} y=${y(tick) + 4}>${write(tick)}</text>`)}
    <path class="trend" d=${linePath(unbroken(runs, indexOf), indexOf, x, y)} />
    ${indexMarks(scene, end, y)}
    ${brokenMarks(scene)}
    ${scene.spans.some(({ referenceId }) => referenceId !== null) ? nothing : svg`<text class="middle" x=${(left + right) / 2} y=${(y(limits.shifted) + y(limits.watch)) / 2}>${words.nothingToCompare}</text>`}
    ${sideLabels(labels(scene, usual.at(-1), y), right + (isNarrow ? 5 : 8), bottom)}`;
}

function labels(
  { runs, limits, words, own, layout }: TrendScene,
  usual: UsualSpan | undefined,
  y: (index: number) => number,
): readonly SideLabel[] {
  const write = (index: number): string => formatIndex(index, words.language, limits);
  const isHatched = runs.some(({ row }) => layout.index.bottom - y(row.noiseBound ?? 0) >= VISIBLE);
  if (layout.isNarrow)
    return [limits.watch, limits.shifted].map((limit) => ({ y: y(limit), text: write(limit) }));
  return [
    { y: y(limits.shifted), text: `${write(limits.shifted)} ${words.states.shifted}` },
    { y: y(limits.watch), text: `${write(limits.watch)} ${words.states.watch}` },
    ...(usual === undefined
      ? []
      : [{ y: y(usual.high) - 8, text: words.usual(`${write(usual.low)}–${write(usual.high)}`) }]),
    ...(isHatched ? [{ y: layout.index.bottom - 3, text: own.hatched }] : []),
  ];
}
