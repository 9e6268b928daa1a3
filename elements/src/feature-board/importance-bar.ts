import { formatNumber } from "@featurescope/analyzer/drift";
import { html, svg, type TemplateResult } from "lit";
import type { WeightScale } from "./board-layout.js";

const WIDTH = 40;

/**
 * A feature's weight as a bar against the greatest of its list, and its part of their sum in per cent. Where it is not
 * known: a hollow bar as long as the median, and a dash.
 */
export function importanceBar(
  importance: number | null,
  scale: WeightScale,
  language: string,
): TemplateResult {
  const length = WIDTH * ((importance ?? scale.median) / scale.greatest);
  return html`<svg width=${WIDTH} height="24" aria-hidden="true">
      <rect class="track" y="8" width=${WIDTH} height="8" rx="1" />
      ${
        importance === null
          ? svg`<rect class="weight unsaid" x=".6" y="8.6" width=${Math.max(0, length - 1.2)} height="6.8" rx="1" />`
          : svg`<rect class="weight" y="8" width=${length} height="8" rx="1" />`
      }
    </svg>
    ${importance === null ? "—" : formatNumber((100 * importance) / scale.sum, language, 1)}`;
}
