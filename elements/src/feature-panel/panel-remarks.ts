import type { FeatureStatistics, Kind, StatisticsDocument } from "@featurescope/analyzer/artifact";
import { formatBound, formatCount, formatShare, formatValue } from "@featurescope/analyzer/drift";
import { type TemplateResult, html, nothing } from "lit";
import type { Words } from "../words/vocabulary.js";
import { panelWords } from "./panel-words.js";

/** Fewer rows are drawn as dots. */
const FEW_ROWS = 50;

/** What a feature's status adds to its finding: the one value, both kinds, the reason, the command that makes a reference. */
export function panelRemarks(statistics: StatisticsDocument, words: Words): TemplateResult {
  const { status, reason, reference, rows } = statistics;
  return html`${reason === null ? nothing : html`<p class="muted">${reason}</p>`}
  ${status === "constant" ? constant(statistics, words) : nothing}
  ${status === "type-changed" && reference !== null ? kinds(statistics, reference, words) : nothing}
  ${reference === null && rows > 0 ? command(words) : nothing}
  ${status === "ok" && rows < FEW_ROWS ? fewRows(statistics, words) : nothing}`;
}

function constant(statistics: StatisticsDocument, words: Words): TemplateResult {
  const { min, rows, kind, drift, reference, finding } = statistics;
  const { language } = words;
  const named = finding.arguments["value"];
  const value = kind === "numeric" && min !== null ? formatValue(min, language) : String(named ?? "");
  const before = drift?.bins.find((bin) => bin.value !== null && String(bin.value) === String(named ?? min));
  const share = reference === null || before === undefined ? null : before.reference / reference.rows;
  return html`<p class="statement">${words.everyValue(value)}</p>
    <p class="muted">
      ${words.n(formatCount(rows, language))}${
        share === null
          ? nothing
          : `; ${panelWords(language).inReference(formatShare(share, language, 0), value)}`
      }
    </p>`;
}

function kinds(
  statistics: StatisticsDocument,
  reference: FeatureStatistics & { kind: Kind },
  words: Words,
): TemplateResult {
  const { language } = words;
  const side = (figures: FeatureStatistics & { kind: Kind }): TemplateResult =>
    html`<dd>
      ${words.kinds[figures.kind]}
      <small>
        ${words.n(formatCount(figures.rows, language))}${
          figures.min === null || figures.max === null
            ? nothing
            : html`; ${formatValue(figures.min, language)}–${formatValue(figures.max, language)}`
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
  </dl>`;
}

function command(words: Words): TemplateResult {
  return html`<p class="muted small">${panelWords(words.language).makeReference}</p>
    <code>featurescope reference --data q3.parquet --out reference.json</code>`;
}

function fewRows({ drift }: StatisticsDocument, { language }: Words): TemplateResult {
  const { noiseReaches, dots } = panelWords(language);
  const bound = drift?.noiseBound ?? null;
  const noise = bound === null ? "" : `${noiseReaches(formatBound(bound, language))}; `;
  return html`<p class="muted">${noise}${dots}</p>`;
}
