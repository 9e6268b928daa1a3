import { html, nothing, type TemplateResult } from "lit";
import type { CompareWords } from "./compare-words.js";
import type { Presets } from "./presets.js";
import { FROZEN } from "./run-row.js";

/** How runs are laid out beside each other. */
export type CompareView = "overlay" | "rows" | "heat" | "ecdf";

/** Every {@link CompareView}. */
const COMPARE_VIEWS: readonly CompareView[] = ["overlay", "rows", "heat", "ecdf"];

/** What the tools show and report. */
export interface CompareToolsOptions {
  view: CompareView;
  /** Views that these runs can be shown in. */
  possible: readonly CompareView[];
  /** A run's id, or {@link FROZEN}. */
  base: string;
  baseName: string;
  /** Null where no history is known: then only the frozen reference is offered. */
  presets: Presets | null;
  hasReference: boolean;
  compare: CompareWords;
  onView: (view: CompareView) => void;
  onBase: (run: string) => void;
}

/** What to compare with, and how to look at it. */
export function compareTools(options: CompareToolsOptions): TemplateResult {
  const { view, possible, base, baseName, presets, hasReference, compare, onView, onBase } = options;
  const preset = (label: string, run: string | null): TemplateResult =>
    html`<button
      aria-pressed=${run === base}
      ?disabled=${run === null}
      title=${run === null ? compare.notInHistory : ""}
      @click=${() => run !== null && onBase(run)}
    >
      ${label}
    </button>`;
  const isPreset = base === FROZEN || base === presets?.previous || base === presets?.lastWeek;
  return html`<div class="tools" part="controls">
    <div class="presets" role="group" aria-label=${compare.base}>
      ${
        presets === null
          ? nothing
          : [
              preset(compare.previous, presets.previous),
              presets.lastWeek === undefined ? nothing : preset(compare.lastWeek, presets.lastWeek),
            ]
      }
      ${hasReference ? preset(compare.frozen, FROZEN) : nothing}
      ${isPreset ? nothing : html`<button aria-pressed="true">${compare.pinned(baseName)}</button>`}
    </div>
    <div class="segments" role="group" aria-label=${compare.view}>
      ${COMPARE_VIEWS.map(
        (each) =>
          html`<button
            aria-pressed=${each === view}
            ?disabled=${!possible.includes(each)}
            @click=${() => onView(each)}
          >
            ${compare.views[each]}
          </button>`,
      )}
    </div>
  </div>`;
}

/**
 * The views that runs can be shown in.
 * @param sides runs and, where it is the base, the frozen reference
 * @param hasAxis whether there are histograms
 */
export function possibleViews(sides: number, hasAxis: boolean): CompareView[] {
  const least: Record<CompareView, number> = { overlay: 2, rows: 3, heat: 5, ecdf: hasAxis ? 2 : Infinity };
  return COMPARE_VIEWS.filter((view) => sides >= least[view]);
}
