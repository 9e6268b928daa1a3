import type { Limits } from "@featurescope/analyzer/artifact";
import {
  formatBound,
  formatCount,
  formatIndex,
  formatPoints,
  formatShare,
  formatTime,
  formatValue,
  formatWindow,
} from "@featurescope/analyzer/drift";
import type { Words } from "../words/words.js";
import { alarmingValue } from "./alarming-value.js";
import type { TrendRun } from "./trend-run.js";
import type { TrendWords } from "./trend-words.js";

/** What a run is called: its window, else its time. */
export function runName({ row }: TrendRun, language: string): string {
  return row.window === null ? formatTime(row.createdAt, language) : formatWindow(row.window, language);
}

/** A run's figures in a few lines: the tooltip, and what is spoken of the cursor. Figures of the reference stand in brackets. */
export function describeRun(
  run: TrendRun,
  { unit, limits, words, own }: { unit: string | null; limits: Limits; words: Words; own: TrendWords },
): readonly string[] {
  const { row, state } = run;
  const { language } = words;
  const {
    populationStabilityIndex: index,
    noiseBound,
    missingShare,
    referenceMissingShare,
    unseenShare,
  } = row;
  const verdict = own.broken[row.status] ?? words.states[state];
  const figure =
    index === null
      ? []
      : [
          `${words.index} ${formatIndex(index, language, limits)}`,
          ...(noiseBound === null ? [] : [words.noise(formatBound(noiseBound, language))]),
        ];
  const value = (number: number): string => formatValue(number, language);
  const lines = [
    `${runName(run, language)}, ${words.n(formatCount(row.rows, language))}`,
    [verdict, ...figure].join(" · "),
  ];
  if (row.kind === "numeric" && row.p50 !== null) {
    const measure = unit === null ? "" : `\u00a0${unit}`;
    lines.push(`${words.median} ${value(row.p50)}${measure}${against(row.reference?.p50, value)}`);
    if (row.p25 !== null && row.p75 !== null) lines.push(`p25 ${value(row.p25)} · p75 ${value(row.p75)}`);
  }
  const share = (number: number): string => formatShare(number, language);
  if (unseenShare !== null)
    lines.push(`${words.unseen} ${share(unseenShare)}${against(row.referenceUnseenShare, share)}`);
  const shareBeyond = alarmingValue(row.verdicts.beyond);
  if (shareBeyond !== null) lines.push(`${words.beyond} ${share(shareBeyond)}`);
  const excess = alarmingValue(row.verdicts.heaped);
  if (excess !== null) lines.push(`${words.heaped} ${formatPoints(excess, language)}`);
  const overdue = alarmingValue(row.verdicts.stale);
  if (overdue !== null) lines.push(`${words.stale} ${formatPoints(overdue, language)}`);
  if (missingShare !== null)
    lines.push(`${words.missing} ${share(missingShare)}${against(referenceMissingShare, share)}`);
  return lines;
}

function against(value: number | null | undefined, write: (value: number) => string): string {
  return value === null || value === undefined ? "" : ` (${write(value)})`;
}
