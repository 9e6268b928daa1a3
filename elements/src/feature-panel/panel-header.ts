import { type StatisticsDocument, isBroken } from "@featurescope/analyzer/artifact";
import { sayFinding, type UsualRange } from "@featurescope/analyzer/drift";
import { html, nothing, type TemplateResult } from "lit";
import type { Stale } from "../overdue/overdue.js";
import { badge } from "../parts/badge.js";
import { heading } from "../parts/heading.js";
import { plainBadge } from "../parts/plain-badge.js";
import type { Words } from "../words/words.js";

/** What is known of a feature, top to bottom: name, verdict with its scale, finding. */
export function panelHeader(
  statistics: StatisticsDocument,
  usual: UsualRange | null,
  stale: Stale | null,
  words: Words,
): TemplateResult {
  const { finding, unit } = statistics;
  return html`<header>
    <div class="name">${heading(statistics, words.language)}</div>
    <div class="verdict ${stale === null ? "" : "aged"}">
      ${stale && html`<b>${stale.age}</b>`}${verdict(statistics, usual, words)}
    </div>
    <div class="finding">
      ${stale && html`<p>${stale.due} ${stale.last}</p>`}
      <p class=${stale === null ? "" : "muted"} part="finding">
        ${finding.code === "constant" ? nothing : sayFinding(finding, words.language, { unit })}
      </p>
    </div>
  </header>`;
}

function verdict({ status, drift, reference }: StatisticsDocument, usual: UsualRange | null, words: Words) {
  if (drift === null) {
    if (isBroken(status)) return plainBadge("broken", words.states.broken);
    return plainBadge("unknown", reference === null ? words.nothingToCompare : words.states.unknown);
  }
  return badge({ ...drift, status, usual, words });
}
