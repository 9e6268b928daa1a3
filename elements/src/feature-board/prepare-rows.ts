import { DEFAULT_LIMITS, type PartVerdict } from "@featurescope/analyzer/artifact";
import { html, render } from "lit";
import type { Words } from "../words/words.js";
import { type LaidOutList, layoutOf } from "./board-layout.js";
import { boardRow } from "./board-row.js";
import { columnHeads } from "./column-heads.js";

const PART: PartVerdict = { verdict: "watch", reason: null, value: 0.1, noise: 0 };

/** A list of one feature that has all that a row can show. */
const SAMPLE: LaidOutList = {
  thresholds: DEFAULT_LIMITS,
  features: [
    {
      name: "",
      key: "",
      kind: "numeric",
      status: "ok",
      title: { en: "" },
      unit: null,
      importance: 1,
      rows: 1,
      missingShare: 0,
      referenceMissingShare: 0,
      unseenShare: null,
      referenceUnseenShare: null,
      mean: 0,
      p25: 0,
      p50: 0,
      p75: 0,
      populationStabilityIndex: 0.1,
      noiseBound: 0.01,
      adjustedPValue: 0,
      verdict: "watch",
      verdicts: { index: PART, missing: PART, unseen: null, beyond: null, heaped: null, stale: null },
      finding: { code: "higher", arguments: { medianReference: 1, medianCurrent: 2, withoutPoints: false } },
      referenceId: "",
      reference: null,
      limits: DEFAULT_LIMITS,
      shape: { type: "bins", current: [1], reference: [1] },
      run: "",
      href: "",
      recent: { runs: [0], referenceIds: [0], populationStabilityIndex: [0.1], verdict: ["watch"] },
    },
  ],
  recent: { runs: [{ run: "", start: null, end: "2026-01-01T00:00:00Z" }], referenceIds: [""] },
};

/**
 * Draws a made-up row where nobody sees it: the first takes as long as dozens that follow, as templates are read and formats of numbers
 * made. While the list is on its way there is time for it.
 */
export function prepareRows(words: Words): void {
  const layout = layoutOf(SAMPLE, 1100);
  const place = { position: 1, selected: false, focusable: true };
  render(
    html`${columnHeads(SAMPLE, layout, words)}${SAMPLE.features.map((row) => boardRow(row, place, layout, words))}`,
    document.createElement("div"),
  );
}
