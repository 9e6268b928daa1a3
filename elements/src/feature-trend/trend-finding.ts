import type { HistoryRow } from "@featurescope/analyzer/artifact";
import {
  formatChange,
  formatPoints,
  formatShareChange,
  isAlarm,
  sayFinding,
  since,
  sinceWhen,
} from "@featurescope/analyzer/drift";
import { stateOf } from "../parts/state.js";
import type { Words } from "../words/words.js";
import { aboveNoise } from "./above-noise.js";
import { alarmingValue } from "./alarming-value.js";
import type { TrendWords } from "./trend-words.js";

/**
 * Since when the newest run's verdict has held, and what moved since the reference: "Shifted since 20 Nov, watch since
 * 16 Nov: median 47.0 → 62.9 k." Where the newest run tells nothing, also why; where it is stable, yet its index has long been above
 * noise, since when.
 * @param rows in time order; at least one
 * @param isOfAll whether other medians leave frequent values aside, so that this one is said to be of all
 */
export function trendFinding(
  rows: readonly HistoryRow[],
  unit: string | null,
  words: Words,
  own: TrendWords,
  isOfAll: boolean,
): string {
  const { language } = words;
  const last = rows.at(-1)!;
  const clauses = lasting(rows, words, own);
  if (last.verdict === "unknown")
    return own.sentence(clauses, []) + own.gap + sayFinding(last.finding, language, { unit });
  const restless = last.verdict === "stable" ? aboveNoise(rows) : null;
  if (restless !== null) {
    const { first, runs, open } = restless;
    clauses.push(
      open
        ? own.always(own.aboveNoise, String(runs))
        : own.since(own.aboveNoise, dayOf(first, rows, language)),
    );
  }
  const median =
    restless !== null || isAlarm(last.verdicts.index) ? medianChange(last, unit, language) : null;
  const moved = median === null ? [] : [own.median(median) + (isOfAll ? ` (${words.allValues})` : "")];
  return own.sentence(clauses, [...moved, ...partsMoved(last, language, own)]);
}

/** Since when the newest verdict has held, and what went before it on the way there. */
function lasting(rows: readonly HistoryRow[], words: Words, own: TrendWords): string[] {
  const { language } = words;
  const last = rows.at(-1)!;
  const now = since(rows)!;
  const before = since(rows.slice(0, rows.length - now.runs));
  const state = words.states[stateOf(last)];
  const clauses =
    now.open && now.runs > 1
      ? [own.always(state, String(now.runs))]
      : [own.since(state, dayOf(now.first, rows, language))];
  // A shift that was first a watch has been coming since then; what a small run tells nothing of was there before it.
  const led = last.verdict === "shifted" ? ["watch"] : last.verdict === "unknown" ? ["watch", "shifted"] : [];
  if (before && led.includes(before.first.verdict)) {
    // Runs between, that were shifted before, make no new beginning of what was at least watch.
    const first =
      last.verdict === "shifted" ? rows[rows.findLastIndex((row) => !isAlarm(row)) + 1]! : before.first;
    clauses.push(own.since(words.states[stateOf(before.first)], dayOf(first, rows, language)));
  }
  return clauses;
}

/** Null where a side has no median of numbers. */
function medianChange({ kind, p50, reference }: HistoryRow, unit: string | null, language: string) {
  const before = reference?.p50 ?? null;
  return kind !== "numeric" || p50 === null || before === null
    ? null
    : formatChange(before, p50, language, { unit });
}

/** The shares of the parts that ask for a look. */
function partsMoved(row: HistoryRow, language: string, own: TrendWords): string[] {
  const { verdicts, missingShare, referenceMissingShare, unseenShare, referenceUnseenShare } = row;
  const said: string[] = [];
  if (isAlarm(verdicts.unseen) && unseenShare !== null && referenceUnseenShare !== null)
    said.push(own.unseen(formatShareChange(referenceUnseenShare, unseenShare, language)));
  const shareBeyond = alarmingValue(verdicts.beyond);
  if (shareBeyond !== null) said.push(own.beyond(formatShareChange(0, shareBeyond, language)));
  const excess = alarmingValue(verdicts.heaped);
  if (excess !== null) said.push(own.heaped(formatPoints(excess, language)));
  const overdue = alarmingValue(verdicts.stale);
  if (overdue !== null) said.push(own.stale(formatPoints(overdue, language)));
  if (isAlarm(verdicts.missing) && missingShare !== null && referenceMissingShare !== null)
    said.push(own.missing(formatShareChange(referenceMissingShare, missingShare, language)));
  return said;
}

/** As the board says it. */
function dayOf(row: HistoryRow, rows: readonly HistoryRow[], language: string): string {
  return sinceWhen(timeOf(row), timeOf(rows.at(-1)!), language);
}

function timeOf({ window, createdAt }: HistoryRow): { start: string | null; end: string } {
  return window ?? { start: null, end: createdAt };
}
