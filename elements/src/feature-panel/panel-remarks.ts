import {
  type FeatureStatistics,
  type Kind,
  type StatisticsDocument,
  isBroken,
} from "@featurescope/analyzer/artifact";
import { driftWordsFor, formatCount, formatShare, formatValue } from "@featurescope/analyzer/drift";
import { type TemplateResult, html, nothing } from "lit";
import type { Words } from "../words/words.js";

/** What a feature's status adds to its finding: the one value, both kinds, the reason, the command that makes a reference. */
export function panelRemarks(statistics: StatisticsDocument, words: Words): TemplateResult {
  const { status, reason, reference, finding } = statistics;
  return html`<div class="remarks">
    ${reason && html`<p class="muted">${reason}</p>`}
    ${finding.code === "constant" ? constant(statistics, words) : nothing}
    ${status === "type-changed" && reference !== null ? bothKinds(statistics, reference, words) : nothing}
    ${reference === null && !isBroken(status) ? command(words) : nothing}
  </div>`;
}

/** The one value, large; with it how often the reference had it. */
function constant({ min, rows, kind, finding }: StatisticsDocument, words: Words): TemplateResult {
  const { language } = words;
  const value =
    kind === "numeric" && min !== null
      ? formatValue(min, language)
      : String(finding.arguments["value"] ?? "");
  const n = words.n(formatCount(rows, language));
  const before = finding.arguments["shareReference"];
  return html`<p class="statement">${words.everyValue(value)}</p>
    <p class="muted">
      ${typeof before === "number" ? words.panel.before(n, formatShare(before, language, 0), value) : n}
    </p>`;
}

function bothKinds(
  statistics: StatisticsDocument,
  reference: FeatureStatistics & { kind: Kind },
  words: Words,
): TemplateResult {
  const { language } = words;
  const { kinds, timeSpan } = driftWordsFor(language);
  const side = (figures: FeatureStatistics & { kind: Kind }): TemplateResult =>
    html`<dd>
      ${kinds[figures.kind]}
      <small>
        ${words.n(formatCount(figures.rows, language))}${
          figures.min === null || figures.max === null
            ? nothing
            : html`; ${timeSpan(formatValue(figures.min, language), formatValue(figures.max, language))}`
        }${
          figures.distinct === null
            ? nothing
            : html`; ${words.distinct} ${formatCount(figures.distinct, language)}`
        }
      </small>
    </dd>`;
  return html`<dl class="kinds">
      <dt class="reference">${words.reference}</dt>
      ${side(reference)}
      <dt class="current">${words.current}</dt>
      ${side(statistics)}
    </dl>
    <p class="small muted">${words.panel.noAxis}</p>`;
}

function command(words: Words): TemplateResult {
  return html`<p class="muted small">${words.panel.makeReference}</p>
    <code>featurescope reference --data q3.parquet --out reference.json</code>`;
}
