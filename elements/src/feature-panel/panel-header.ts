import { type StatisticsDocument, isBroken } from "@featurescope/analyzer/artifact";
import { formatBound, formatIndex, sayFinding, toldIndex } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import { badge } from "../parts/badge.js";
import { type Spoken, localText } from "../parts/local-text.js";
import { plainBadge } from "../parts/plain-badge.js";
import { scale } from "../parts/scale.js";
import type { Stale } from "../overdue/overdue.js";
import type { Words } from "../words/words.js";

/** Low and high end of the index in earlier stable runs; null where too few are known. */
export type UsualRange = { low: number; high: number } | null;

/** What is known of a feature, top to bottom: name, verdict with its scale, finding. */
export function panelHeader(
  statistics: StatisticsDocument,
  usual: UsualRange,
  stale: Stale | null,
  words: Words,
): TemplateResult {
  const { status, finding, unit } = statistics;
  return html`<header>
    <div class="name">${heading(statistics, words.language)}</div>
    <div class="verdict ${stale === null ? "" : "aged"}">
      ${stale === null ? nothing : html`<b>${stale.age}</b>`}${verdict(statistics, usual, words)}
    </div>
    <div class="finding">
      ${stale === null ? nothing : html`<p>${stale.due} ${stale.last}</p>`}
      <p class=${stale === null ? "" : "muted"} part="finding">
        ${status === "constant" ? nothing : sayFinding(finding, words.language, { unit })}
      </p>
    </div>
  </header>`;
}

/** Title in the reader's language, technical name, title in another language; below it description and unit. */
export function heading(
  { feature, title, description, unit }: StatisticsDocument,
  language: string,
): TemplateResult {
  const main = localText(title, language);
  if (main === null)
    return html`<h2 part="name">${feature}</h2>
      ${subtitle(localText(description, language), unit)}`;
  const other = Object.keys(title).find((tag) => title[tag] !== main.text);
  return html`<h2 part="name">
      <span lang=${main.language}>${main.text}</span>
      <span class="technical"
        >${feature}${
          other === undefined
            ? nothing
            : html`<span class="other-title"> · <span lang=${other}>${title[other]}</span></span>`
        }</span
      >
    </h2>
    ${subtitle(localText(description, language), unit)}`;
}

function subtitle(description: Spoken | null, unit: string | null) {
  if (description === null && unit === null) return nothing;
  const text =
    description === null ? nothing : html`<span lang=${description.language}>${description.text}</span>`;
  return html`<p class="muted">${text}${description !== null && unit !== null ? " · " : ""}${unit}</p>`;
}

function verdict({ status, drift, reference }: StatisticsDocument, usual: UsualRange, words: Words) {
  const { language } = words;
  if (drift === null) {
    if (isBroken(status)) return plainBadge("broken", words.states.broken);
    return plainBadge("unknown", reference === null ? words.nothingToCompare : words.states.unknown);
  }
  const index = toldIndex(drift.verdicts);
  const { limits, noiseBound } = drift;
  const label = (value: number): string => formatIndex(value, language, limits);
  return html`${badge({ status, verdict: drift.verdict, verdicts: drift.verdicts, index, limits, words })}
  ${
    index === null
      ? nothing
      : html`<div class="measure">
          ${scale({ index, noiseBound, limits, usual, label })}
          <p class="captions number">
            ${noiseBound === null ? nothing : html`<span>${words.noise(formatBound(noiseBound, language))}</span>`}
            ${usual === null ? nothing : html`<span>${words.usual(`${label(usual.low)}–${label(usual.high)}`)}</span>`}
          </p>
        </div>`
  }`;
}
