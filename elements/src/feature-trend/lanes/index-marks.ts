import type { Verdict } from "@featurescope/analyzer/artifact";
import { formatIndex } from "@featurescope/analyzer/drift";
import { nothing, svg, type SVGTemplateResult } from "lit";
import { glyphMark } from "../../parts/glyph.js";
import { toneOf } from "../../parts/state.js";
import type { TrendRun } from "../trend-run.js";
import type { TrendScene } from "../trend-scene.js";

/** Px that a number takes beside its sign. */
const NUMBER = 34;

/**
 * A sign on each run whose index is not stable, and the newest run's number unless it is stable. Runs above the axis have a caret and
 * their number: as many numbers as there is room for, the greatest first.
 * @param end of the axis
 */
export function indexMarks(
  { runs, x, layout, limits, words }: TrendScene,
  end: number,
  y: (index: number) => number,
): readonly SVGTemplateResult[] {
  const { left, right, isNarrow } = layout;
  const size = isNarrow ? 8 : 7;
  const measured = runs.flatMap((run) => {
    const index = run.row.populationStabilityIndex;
    return index === null ? [] : { run, index, at: x(run.at), top: y(Math.min(index, end)) };
  });
  const newest = measured.at(-1);
  const last = newest === undefined || verdictOf(newest.run) === "stable" ? undefined : newest;
  const taken = last === undefined ? [] : [last.at];
  const beyond = measured
    .filter(({ index }) => index > end)
    .toSorted((a, b) => b.index - a.index)
    .map((mark) => {
      const hasRoom = taken.every((at) => Math.abs(at - mark.at) > 2 * NUMBER);
      if (hasRoom) taken.push(mark.at);
      return { ...mark, hasRoom };
    });
  const write = (index: number): string => formatIndex(index, words.language, limits);
  return [
    ...measured
      .filter(({ run }) => verdictOf(run) !== "stable")
      .map(({ run, at, top }) => glyphMark(verdictOf(run), at, top, size)),
    ...beyond.map(({ run, index, at, top, hasRoom }) => {
      const flips = at + NUMBER + 8 > right;
      const tone = toneOf(verdictOf(run));
      return svg`<path class="caret ${tone}" d="M${at - 4} ${top - 8}l4 -4l4 4" />
        ${hasRoom ? svg`<text class="figure ${tone} ${flips ? "end" : ""}" x=${at + (flips ? -8 : 8)} y=${top - 5}>${write(index)}</text>` : nothing}`;
    }),
    ...(last === undefined
      ? []
      : [
          svg`<text class="figure end ${toneOf(verdictOf(last.run))}" x=${Math.min(right, Math.max(left + NUMBER, last.at + 4))} y=${last.top - (last.index > end ? 15 : 10)}>${write(last.index)}</text>`,
        ]),
  ];
}

function verdictOf({ row }: TrendRun): Verdict {
  return row.verdicts.index.verdict;
}
