/** Every {@link FindingCode}. */
export const FINDING_CODES = [
  "higher",
  "lower",
  "wider",
  "narrower",
  "reshaped",
  "more",
  "less",
  "gone-and-new",
  "missing-only",
  "beyond-only",
  "as-before",
  "too-few-rows",
  "levels-too-rare",
  "identifier-like",
  "constant",
  "time-span",
  "no-reference",
  "empty",
  "not-found",
  "type-changed",
  "failed",
] as const;

/**
 * What is to be said about a feature in one sentence, as a code; `sayFinding` of the drift module
 * says it in a language. Arguments are flat; shares are from 0 to 1, values in the feature's units.
 *
 * - `higher`, `lower`: the median moved. Arguments: `medianReference`, `medianCurrent`, `withoutPoints`.
 * - `wider`, `narrower`: the median stayed, the spread p5 to p95 moved. Arguments: `spreadReference`, `spreadCurrent`, `withoutPoints`.
 * - `reshaped`: neither did, yet the index is beyond its limit.
 * - `more`, `less`: one bin's share rose or fell most, or, of numbers, that of one value or narrow range where rows crowd.
 *   Arguments: `shareReference`, `shareCurrent` and the bin's.
 * - `gone-and-new`: levels vanished or appeared. Arguments: `gone`, `goneShare`, `new`, `newShare`, `goneCount`, `newCount`.
 * - `missing-only`: only the missing share moved. Argument `restMoved` where the other rows changed beyond noise.
 * - `beyond-only`: values beyond the reference's extremes, and the index within its limits, or within them among the other rows. Arguments: those of
 *   such values, below, and `restMoved` as above.
 * - `as-before`: nothing beyond its limits. Arguments: those of `higher`, or of `more` for the reference's most frequent level or
 *   point, or for the bin that alone is beyond noise; `beyondNoise` where the index is above its noise bound; `withinNoise` where it
 *   is beyond a limit, yet no more than chance.
 * - `too-few-rows`: arguments `rows`, `needed` (null where the noise bound alone is the reason), `noiseBound`; `ofReference` where the
 *   reference has the fewer rows.
 * - `levels-too-rare`: no level has a bin of its own, so the index tells nothing.
 * - `identifier-like`: nearly every row has a level of its own, in the reference too where there is one. Arguments `distinct`,
 *   `rows` (those with a value); `repeated` where values repeat that the reference has once each, as of rows that came twice.
 * - `constant`: every value is the same. Arguments `value`; `shareReference`, its share there, where known and the index is not stable.
 * - `time-span`: a datetime feature. Arguments `oldest`, `newest` in milliseconds since 1970. Each of these where it is beyond its
 *   limit: `overdueShare`, of the reference's rows that are newer, for their window, than `overdueSince`; `earlierShare`, of the rows
 *   before the reference's oldest value; `laterShare`, of those long after the window's end.
 * - `empty`: argument `rows`, all of them missing.
 * - `no-reference`: none, or one without a value.
 * - `not-found`, `type-changed` (`kindReference`, `kindCurrent`), `failed`.
 *
 * `withoutPoints` is false where the figures are of all values, the point where one is left out, true where several are.
 * Codes that tell of the index may carry the bin that contributes most: `binType`, `binLow`, `binHigh`, `binValue`,
 * `binShare` (its part of the index, 0 to 1), `binNear` (the end or point of another bin that is within a tenth of one of its own).
 * Any code may carry `tooFewRows`; `missingReference` and `missingCurrent` where the missing share's own verdict is not stable, and
 * `unseenCurrent` and `unseenReference` likewise; of numbers `belowShare` and `least`, `aboveShare` and `greatest`: which share of the
 * rows is beyond the reference's least or greatest value, and the farthest of them.
 * Levels are cut to 60 characters.
 */
export type FindingCode = (typeof FINDING_CODES)[number];

/** An argument of a finding: one plain value. */
export type FindingArgument = string | number | boolean | null;

/** One sentence about a feature, as a code with arguments. A reader that does not know the code shows nothing. */
export interface Finding {
  code: FindingCode;
  arguments: Record<string, FindingArgument>;
}
