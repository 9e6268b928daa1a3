import { type Drift, isBroken, type StatisticsDocument } from "../../artifact/index.js";
import { formatIndex } from "../format/format-index.js";
import { formatNumber } from "../format/format-number.js";
import { toldIndex } from "../verdict/told-index.js";
import { wordsFor } from "../words/words-for.js";
import { leadingPart } from "./leading-part.js";
import { sayFinding } from "./say-finding.js";

/** What is spoken of a feature. */
export interface SpokenFigures extends Pick<StatisticsDocument, "feature" | "status" | "unit" | "finding"> {
  drift: Pick<Drift, "verdict" | "verdicts" | "limits"> | null;
}

/**
 * The verdict for the ear: "loan_amount, 贷款金额. Watch: population stability index 0.21; watch from 0.10, shifted from 0.25; noise
 * up to 0.0002. Higher: median 47.0 to 58.6 thousand CNY."
 * @param title in the page's language; null where there is none
 * @param short without limits and noise, as one of many
 */
export function speakVerdict(
  statistics: SpokenFigures,
  language: string,
  title: string | null = null,
  short = false,
): string {
  const { feature, status, unit, drift, finding } = statistics;
  const words = wordsFor(language);
  const verdict = words.verdicts[isBroken(status) ? "broken" : (drift?.verdict ?? "unknown")];
  const figures = isBroken(status) ? [] : figuresOf(drift, language, short);
  const sentences = [
    [feature, ...(title === null ? [] : [title])].join(words.comma),
    words.capital(verdict) + (figures.length === 0 ? "" : words.colon + figures.join(words.semicolon)),
  ];
  const spoken = sayFinding(finding, language, { unit, spoken: true });
  return [...sentences.map((sentence) => sentence + words.stop), spoken].join(words.gap).trim();
}

/** The part that the verdict rests on comes first, with its limits and its noise; after another part the index. */
function figuresOf(drift: SpokenFigures["drift"], language: string, short: boolean): string[] {
  if (drift === null) return [];
  const words = wordsFor(language);
  const index = toldIndex(drift.verdicts);
  const told = index === null ? [] : [words.indexIs(formatIndex(index, language, drift.limits))];
  const part = leadingPart(drift, language, true);
  if (part === null) return told;
  const { name, value, noise, limits, limit, bound } = part;
  const points = formatNumber(Math.abs(value) * 100, language, 1) + words.spoken.points;
  const held = short ? [] : [words.limitsAre(limit(limits.watch), limit(limits.shifted))];
  if (!short && noise !== null) held.push(words.noiseUpTo(bound(noise)));
  return name === "index" ? [...told, ...held] : [words.partMoved[name](points, value > 0), ...held, ...told];
}
