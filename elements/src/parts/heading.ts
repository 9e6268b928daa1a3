import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import { html, nothing, type TemplateResult } from "lit";
import { type Spoken, localText } from "./local-text.js";

/** Title in the reader's language, technical name, title in another language; below it description and unit. */
export function heading(
  {
    feature,
    title,
    description,
    unit,
  }: Pick<StatisticsDocument, "feature" | "title" | "description" | "unit">,
  language: string,
): TemplateResult {
  const main = localText(title, language);
  const about = localText(description, language);
  const other = Object.keys(title).find((tag) => title[tag] !== main?.text);
  return html`<h2 part="name">
      ${
        main === null
          ? feature
          : html`${spoken(main)}
              <span class="technical"
                >${feature}${other && html`<span class="other-title"> · ${spoken({ language: other, text: title[other]! })}</span>`}</span
              >`
      }
    </h2>
    ${about === null && unit === null ? nothing : html`<p class="muted">${about && spoken(about)}${about && unit ? " · " : ""}${unit}</p>`}`;
}

function spoken({ language, text }: Spoken): TemplateResult {
  return html`<span lang=${language} dir="auto">${text}</span>`;
}
