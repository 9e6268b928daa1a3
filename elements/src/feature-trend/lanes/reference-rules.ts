import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import { formatWindow } from "@featurescope/analyzer/drift";
import { nothing, svg, type SVGTemplateResult } from "lit";
import type { TrendScene } from "../trend-scene.js";
import type { ReferenceSpan } from "./reference-spans.js";

/** A reference that changes more often than this many px is ticked, not ruled: the lanes stay readable. */
const CROWDED = 24;
const CHARACTER = 7;

/** A rule through all lanes wherever the reference changes, and what each reference is called. */
export function referenceRules(
  { spans, x, layout, words, own }: TrendScene,
  known: StatisticsDocument | null,
): readonly SVGTemplateResult[] {
  const { isNarrow, index, rows } = layout;
  const head = isNarrow ? 0 : index.top - 16;
  return spans.map((span, i) => {
    const [from, to] = [x(span.start), x(span.end)];
    const name = span.referenceId === null ? null : own.reference(nameOf(span, known, words.language));
    const isLabelled = name !== null && name.length * CHARACTER < to - from && !(isNarrow && i === 0);
    const foot = to - from < CROWDED ? index.top : rows.bottom;
    return svg`${i === 0 ? nothing : svg`<path class="reference-rule" d="M${from} ${head}V${foot}" />`}
      ${isLabelled ? svg`<text class="reference" x=${from + (i === 0 ? 0 : 6)} y=${isNarrow ? 8 : index.top - 8}>${name}</text>` : nothing}`;
  });
}

/** The window of the reference that is known from a run's figures; of others only the start of their id is told. */
function nameOf({ referenceId }: ReferenceSpan, known: StatisticsDocument | null, language: string): string {
  const reference = known?.reference ?? null;
  if (reference === null || reference.referenceId !== referenceId) return (referenceId ?? "").slice(0, 8);
  return reference.window === null ? reference.source : formatWindow(reference.window, language);
}
