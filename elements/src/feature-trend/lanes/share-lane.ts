import type { Verdict } from "@featurescope/analyzer/artifact";
import { formatShare, isAlarm } from "@featurescope/analyzer/drift";
import { nothing, svg, type SVGTemplateResult } from "lit";
import { glyphMark } from "../../parts/glyph.js";
import { linear } from "../../parts/linear.js";
import { toneOf } from "../../parts/state.js";
import type { Lane } from "../trend-layout.js";
import type { TrendRun } from "../trend-run.js";
import type { TrendScene } from "../trend-scene.js";
import { axisEnd } from "./axis-end.js";
import { linePath } from "./lane-paths.js";
import { unbroken } from "./reference-spans.js";
import { sideLabels } from "./side-labels.js";
import { valueTicks } from "./value-ticks.js";

/** A share of rows with a verdict of its own. */
export interface ShareOf {
  label: string;
  /** 0 to 1; null where there is none. */
  current: (run: TrendRun) => number | null;
  /** What it is compared with. */
  reference: (run: TrendRun) => number | null;
  verdict: (run: TrendRun) => Verdict;
  /** The axis reaches at least this far. */
  least: number;
}

/** Px that the name of a lane takes from its top, and characters of one that leaves room for a tick beside it. */
const NAME = 18;
const SHORT = 9;

/** A share over time and the reference's, a sign on each run where it is not stable. */
export function shareLane(scene: TrendScene, { top, bottom }: Lane, share: ShareOf): SVGTemplateResult {
  const { runs, spans, x, layout, words } = scene;
  const { left, right, isNarrow } = layout;
  const references = spans.flatMap(({ runs: within, start, end }) => {
    const run = within.findLast((each) => share.reference(each) !== null);
    return run === undefined ? [] : { value: share.reference(run)!, from: x(start), to: x(end) };
  });
  const known = runs.flatMap((run) => share.current(run) ?? []);
  const end = Math.min(1, axisEnd([...known, ...references.map(({ value }) => value)], share.least));
  const y = linear(0, end, bottom, top);
  const isShort = share.label.length <= SHORT;
  const tick = isNarrow
    ? undefined
    : valueTicks(0, end, 2).find((value) => value > 0 && (isShort || y(value) > top + NAME));
  const write = (value: number): string => formatShare(value, words.language);
  const last = runs.findLast((run) => share.current(run) !== null);
  const reference = references.at(-1);
  return svg`
    <text class="lane" y=${top + 11}>${share.label}</text>
    <path class="reference-line" d=${references.map(({ value, from, to }) => `M${from} ${y(value)}H${to}`).join("")} />
    <path class="rule" d="M${left} ${bottom}H${right}" />
    <path class="current-line thin" d=${linePath(unbroken(runs, share.current), share.current, x, y)} />
    ${runs
      .filter((run) => share.current(run) !== null && isAlarm({ verdict: share.verdict(run) }))
      .map((run) => glyphMark(share.verdict(run), x(run.at), y(share.current(run)!), isNarrow ? 8 : 7))}
    <text class="end" x=${left - 8} y=${bottom + 4}>0</text>
    ${
      tick === undefined
        ? nothing
        : svg`<path class="rule" d="M${left - 4} ${y(tick)}h4" /><text class="end" x=${left - 8} y=${y(tick) + 4}>${formatShare(tick, words.language, tick * 100 < 1 ? 1 : 0)}</text>`
    }
    ${sideLabels(
      [
        ...(last === undefined
          ? []
          : [
              {
                y: y(share.current(last)!),
                text: write(share.current(last)!),
                look: toneIn(share.verdict(last)),
              },
            ]),
        ...(isNarrow || reference === undefined
          ? []
          : [{ y: y(reference.value), text: `${write(reference.value)} ${words.reference}` }]),
      ],
      right + (isNarrow ? 5 : 8),
      bottom,
    )}`;
}

function toneIn(verdict: Verdict): string {
  return isAlarm({ verdict }) ? toneOf(verdict) : "current";
}
