import { pointwiseBand } from "../../drift/index.js";
import { isNarrow } from "../parts/is-narrow.js";
import { mergeRows } from "../parts/merge-rows.js";
import { textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
import { wordsOfView } from "../words/words-for.js";
import { chipRows, indexCaption } from "../zones/index-lane.js";
import { RAIL_HEAD, RAIL_ROW } from "../zones/numeric-zones.js";
import { railHeight } from "../zones/rail-height.js";
import { railRows } from "../zones/rail-rows.js";
import { railInputs, railLabel } from "../zones/rail.js";
import type { Form } from "./form.js";
import { rowInputs } from "./rows.js";

/** The rail alone: missing and infinite rows and points, with their shares of the index. */
export const rail: Form = {
  inputs(documents, view) {
    const { statistics, distribution } = documents;
    const height = railHeight(statistics);
    const rows = railRows(distribution);
    const left = isNarrow(view.width) ? 0 : 96;
    const caption = indexCaption(statistics, view, isNarrow(view.width));
    const top = height - 22;
    const chips = chipRows(statistics, view, {
      from: left + textWidth(caption, 11) + 12,
      to: view.width,
      top,
    });
    const places = rows.map((_, i) => {
      const lineTop = RAIL_HEAD + i * RAIL_ROW;
      return { left: 0, right: view.width, top: lineTop, bottom: lineTop + RAIL_ROW };
    });
    const data = mergeRows(railInputs(documents, rows, view), chips, {
      texts: [textRow(left, top + 12, caption)],
    });
    return rowInputs(data, view, height, places);
  },

  places(documents, view) {
    const { distribution } = documents;
    const words = wordsOfView(view);
    const { current: currentRows, reference: referenceRows } = distribution.rows;
    return railRows(distribution).map((row) => ({
      label: railLabel(row, documents, words, view.language),
      current: row.current,
      reference: row.reference,
      noise: pointwiseBand(row.reference ?? 0, row.current, referenceRows ?? 0, currentRows),
      indexShare: null,
    }));
  },
};
