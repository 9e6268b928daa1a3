import { formatCount } from "../../drift/index.js";
import { SENTENCE_HEIGHT } from "../sentence-height.js";
import { textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
import { wordsOfView } from "../words/words-for.js";
import type { Form } from "./form.js";
import { rowInputs } from "./rows.js";

/** An identifier or free text: how many different values it has, in place of a million bars. */
export const sentence: Form = {
  inputs({ statistics: { count, distinct } }, view) {
    const words = wordsOfView(view);
    const figures = words.differentValues(
      formatCount(distinct ?? 0, view.language),
      formatCount(count, view.language),
    );
    const texts = [
      textRow(0, 18, figures, { size: 13, weight: 500, color: "ink" }),
      textRow(0, 37, words.identifierLike, {
        size: Math.min(12, (12 * view.width) / textWidth(words.identifierLike, 12)),
      }),
    ];
    return rowInputs({ texts }, view, SENTENCE_HEIGHT, []);
  },

  places: () => [],
};
