import type { Limits, StatisticsDocument } from "@featurescope/analyzer/artifact";
import { usualRange } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import { linear } from "../parts/linear.js";
import type { Words } from "../words/words.js";
import { type UsualSpan, indexLane } from "./lanes/index-lane.js";
import { medianLane } from "./lanes/median-lane.js";
import { referenceRules } from "./lanes/reference-rules.js";
import { type ReferenceSpan, referenceSpans } from "./lanes/reference-spans.js";
import { rowsLane } from "./lanes/rows-lane.js";
import { shareLane } from "./lanes/share-lane.js";
import { timeAxis } from "./lanes/time-axis.js";
import type { Span } from "./span.js";
import { type LaneChoice, trendLayout } from "./trend-layout.js";
import type { TrendRun } from "./trend-run.js";
import type { TrendScene } from "./trend-scene.js";
import type { TrendWords } from "./trend-words.js";

/** What a trend is drawn from, and how large. */
export interface TrendChartOptions {
  /** All runs of the history. */
  runs: readonly TrendRun[];
  /** Those in view. */
  span: Span;
  /** Names the reference that it was measured against; null where it is not known. */
  statistics: StatisticsDocument | null;
  limits: Limits;
  width: number;
  isNarrow: boolean;
  words: Words;
  own: TrendWords;
}

/** The scene of the runs in view. */
export function trendScene(options: TrendChartOptions): TrendScene {
  const { runs: all, span, statistics, limits, width, isNarrow, words, own } = options;
  const runs = all.slice(span.first, span.last + 1);
  const layout = trendLayout(width, isNarrow, lanesOf(runs));
  const x = linear(runs[0]!.start, Math.max(...runs.map(({ end }) => end)), layout.left, layout.right);
  const unit = statistics?.unit ?? null;
  return { runs, spans: referenceSpans(runs), x, layout, limits, unit, words, own };
}

/** The lanes below each other over one time axis. Hidden from speech: the cursor and the table say the same. */
export function trendChart(scene: TrendScene, { runs: all, statistics }: TrendChartOptions): TemplateResult {
  const { layout, limits, words } = scene;
  const { unseen, median } = layout;
  return html`<svg
    class="lanes"
    viewBox="0 0 ${layout.width} ${layout.height}"
    width=${layout.width}
    height=${layout.height}
    aria-hidden="true"
  >
    ${indexLane(scene, usualSpans(scene.spans, all))} ${median === null ? nothing : medianLane(scene, median)}
    ${
      unseen === null
        ? nothing
        : shareLane(scene, unseen, {
            label: words.unseen,
            current: ({ row }) => row.unseenShare,
            reference: ({ row }) => row.referenceUnseenShare,
            verdict: ({ row }) => row.verdicts.unseen?.verdict ?? "unknown",
            least: 2 * limits.unseenWatch,
          })
    }
    ${shareLane(scene, layout.missing, {
      label: words.missing,
      current: ({ row }) => row.missingShare,
      reference: ({ row }) => row.referenceMissingShare,
      verdict: ({ row }) => row.verdicts.missing.verdict,
      least: 2 * limits.missingWatch,
    })}
    ${rowsLane(scene)} ${referenceRules(scene, statistics)} ${timeAxis(scene)}
  </svg>`;
}

/** Medians of points in time say nothing over time; kinds without levels have none unseen. */
function lanesOf(runs: readonly TrendRun[]): LaneChoice {
  return {
    median: runs.some(({ row }) => row.kind === "numeric" && row.p50 !== null),
    unseen: runs.some(({ row }) => row.unseenShare !== null),
  };
}

/** The usual range while each reference held, as it was known at its last run in view. */
function usualSpans(spans: readonly ReferenceSpan[], all: readonly TrendRun[]): readonly UsualSpan[] {
  const byReference = new Map<string | null, TrendRun[]>();
  for (const run of all) {
    const others = byReference.get(run.referenceId);
    if (others === undefined) byReference.set(run.referenceId, [run]);
    else others.push(run);
  }
  return spans.flatMap(({ referenceId, runs, start, end }) => {
    const last = runs.at(-1)!.index;
    const known = byReference.get(referenceId)!.filter(({ index }) => index <= last);
    const range = usualRange(known.map(({ row }) => ({ ...row, referenceId })));
    return range === null ? [] : [{ ...range, start, end }];
  });
}
