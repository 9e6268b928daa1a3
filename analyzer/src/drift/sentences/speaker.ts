import { DAY, type Finding } from "../../artifact/index.js";
import { formatDate, formatTime } from "../format/format-date.js";
import { formatBound } from "../format/format-index.js";
import { formatCount, formatNumber } from "../format/format-number.js";
import { formatShareChange } from "../format/format-share.js";
import { formatChange, formatValue } from "../format/format-value.js";
import { formatWindow } from "../format/format-window.js";
import { quoteAmongFigures, quoteLevel } from "../format/quote-level.js";
import { distanceTo, valueScale } from "../format/value-scale.js";
import type { DriftWords } from "../words/drift-words.js";
import { wordsFor } from "../words/words-for.js";

/** How a finding is said. */
export interface SayOptions {
  /** Of the feature's values; said after a median. Null for none. */
  unit?: string | null;
  /** For the ear: "47.0 to 58.6 thousand" instead of "47.0 → 58.6 k". */
  spoken?: boolean;
  /** The first clause alone, without a full stop, as on a board. */
  short?: boolean;
}

/**
 * Reads a finding's arguments and puts them in the words of a language. What an argument of the wrong kind would be said with is null or
 * empty: a document of another hand never breaks a page.
 */
export interface Speaker {
  words: DriftWords;
  short: boolean;
  number: (name: string) => number | null;
  text: (name: string) => string;
  /** The name of a level; empty where there is none. */
  level: (name: string) => string;
  flag: (name: string) => boolean;
  value: (name: string) => string | null;
  share: (name: string, decimals?: number) => string | null;
  count: (name: string) => string | null;
  bound: (name: string) => string | null;
  /** A point in time, to the minute. */
  time: (name: string) => string | null;
  /** From one point in time to another: by their days, or by their minutes where they are less than a day apart. */
  timeSpan: (from: string, to: string) => string | null;
  /** Of values, with the unit. */
  change: (from: string, to: string) => string | null;
  /** The same where nothing moved: two values that hardly differ are said once. */
  calmChange: (from: string, to: string) => string | null;
  shareChange: (from: string, to: string) => string | null;
  /** What the figures leave out, as ", zeros aside"; empty where nothing. */
  aside: () => string;
  /** The part of the rows in the finding's bin, as "values ≥ 16.6 k"; null without a bin. */
  part: () => string | null;
}

/** Part of a value that no difference needs. */
const EXACT = 1e-12;

/** Whether two values differ by less than three digits tell, which is no news where nothing moved. A year from the next does not. */
function isAlike(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(a + b) / 8000;
}

/** A name that runs from right to left; it is kept from turning around the figures after it. */
const RUNS_LEFT = /^.*[\u0590-\u08ff].*$/s;

/** A speaker for one finding. */
export function speakerOf({ arguments: args }: Finding, language: string, options: SayOptions): Speaker {
  const words = wordsFor(language);
  const { unit = null, spoken = false, short = false } = options;
  const notation = words[spoken ? "spoken" : "written"];
  const number = (name: string): number | null => (typeof args[name] === "number" ? args[name] : null);
  const text = (name: string): string =>
    typeof args[name] === "string" ? args[name].replace(RUNS_LEFT, "\u2068$&\u2069") : "";
  const level = (name: string): string => quoteAmongFigures(text(name));
  const say =
    (format: (value: number) => string) =>
    (name: string): string | null => {
      const value = number(name);
      return value === null ? null : format(value);
    };
  const value = say(
    (exact) =>
      (Math.abs(exact) > Number.MAX_SAFE_INTEGER ? "≈\u00a0" : "") +
      formatValue(exact, language, { spoken, resolution: Math.abs(exact) * EXACT }),
  );
  const pair =
    (format: (from: number, to: number) => string) =>
    (from: string, to: string): string | null => {
      const [a, b] = [number(from), number(to)];
      return a === null || b === null ? null : format(a, b);
    };
  /** How far a mark of the bin is from the nearest other one. */
  const resolution = (mark: number): number =>
    distanceTo(mark, ["binLow", "binHigh", "binValue", "binNear"].map(number));
  const interval = (): string => {
    const [low, high] = [number("binLow"), number("binHigh")];
    const edges = [low, high].filter((edge) => edge !== null);
    const scale = valueScale(edges, language, Math.min(...edges.map(resolution)));
    const edge = (mark: number): string =>
      formatValue(mark, language, { scale, spoken, resolution: resolution(mark) });
    if (low === null && high === null) return words.allValues;
    if (low === null) return words.valuesBeyond(notation.below(edge(high ?? 0)));
    if (high === null) return words.valuesBeyond(notation.atLeast(edge(low)));
    return words.valuesBetween(edge(low), edge(high));
  };
  return {
    words,
    short,
    number,
    text,
    level,
    flag: (name) => args[name] === true,
    value: (name) => (typeof args[name] === "string" ? quoteLevel(text(name)) : value(name)),
    share: (name, decimals = 1) =>
      say((share) => formatNumber(share * 100, language, decimals) + notation.percent)(name),
    count: say((count) => formatCount(count, language)),
    bound: say((bound) => formatBound(bound, language)),
    time: say((time) => formatTime(time, language)),
    timeSpan: pair((from, to) =>
      to > from && to - from < DAY
        ? formatWindow({ start: from, end: to }, language)
        : words.timeSpan(formatDate(from, language), formatDate(to, language)),
    ),
    change: pair((from, to) => formatChange(from, to, language, { unit, spoken })),
    calmChange: pair((from, to) =>
      formatChange(isAlike(from, to) ? to : from, to, language, { unit, spoken }),
    ),
    shareChange: pair((from, to) => formatShareChange(from, to, language, spoken)),
    aside: () => {
      const left = args["withoutPoints"];
      return left === true || typeof left === "number" ? words.aside(value("withoutPoints"), left === 0) : "";
    },
    part: () => {
      const type = text("binType");
      if (type === "interval") return interval();
      if (type === "point") {
        const point = number("binValue") ?? 0;
        const said = formatValue(point, language, { spoken, resolution: resolution(point) });
        return words.pointValue(said, point === 0);
      }
      if (type === "category") return level("binValue");
      if (type === "other") return words.otherLevels;
      if (type === "missing") return words.missingValues;
      return type === "infinite" ? words.infiniteValues : null;
    },
  };
}
