/**
 * What is to be said about a feature in one sentence, as a code; `sayFinding` of the drift module
 * says it in a language. Arguments are flat; shares are from 0 to 1, values in the feature's units.
 *
 * - `higher`, `lower`: the median moved. Arguments: `medianReference`, `medianCurrent`, `withoutPoints`.
 * - `wider`, `narrower`: the median stayed, the spread p5 to p95 moved. Arguments: `spreadReference`, `spreadCurrent`, `withoutPoints`.
 * - `reshaped`: neither did, yet the index is beyond its limit.
 * - `more`, `less`: one bin's share rose or fell most. Arguments: `shareReference`, `shareCurrent` and the bin's.
 * - `gone-and-new`: levels vanished or appeared. Arguments: `gone`, `goneShare`, `new`, `newShare`, `goneCount`, `newCount`.
 * - `missing-only`: only the missing share moved.
 * - `as-before`: nothing beyond its limits.
 * - `too-few-rows`: arguments `rows`, `needed`, `noiseBound`.
 * - `constant`: every value is the same. Argument `value`.
 * - `time-span`: a datetime feature; arguments `oldest`, `newest` in milliseconds since 1970.
 * - `no-reference`, `empty`, `not-found`, `type-changed` (`kindReference`, `kindCurrent`), `failed`.
 *
 * Codes that tell of the index may carry the bin that contributes most: `binType`, `binLow`, `binHigh`, `binValue`,
 * `binShare` (its part of the index, 0 to 1). Any code may carry `missingReference`, `missingCurrent`
 * (where the missing share's own verdict is not stable), `unseenCurrent`, `unseenReference` likewise, and `tooFewRows`.
 */
export type FindingCode =
  | "higher"
  | "lower"
  | "wider"
  | "narrower"
  | "reshaped"
  | "more"
  | "less"
  | "gone-and-new"
  | "missing-only"
  | "as-before"
  | "too-few-rows"
  | "constant"
  | "time-span"
  | "no-reference"
  | "empty"
  | "not-found"
  | "type-changed"
  | "failed";

/** An argument of a finding: one plain value. */
export type FindingArgument = string | number | boolean | null;

/** One sentence about a feature, as a code with arguments. A reader that does not know the code shows nothing. */
export interface Finding {
  code: FindingCode;
  arguments: Record<string, FindingArgument>;
}

/** Every {@link FindingCode}. */
export const FINDING_CODES: readonly FindingCode[] = [
  "higher",
  "lower",
  "wider",
  "narrower",
  "reshaped",
  "more",
  "less",
  "gone-and-new",
  "missing-only",
  "as-before",
  "too-few-rows",
  "constant",
  "time-span",
  "no-reference",
  "empty",
  "not-found",
  "type-changed",
  "failed",
];
