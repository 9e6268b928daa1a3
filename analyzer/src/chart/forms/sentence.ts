import { formatCount } from "../../drift/index.js";
import { textRow } from "../parts/text-row.js";
import { wrapText } from "../parts/wrap-text.js";
import { sentenceHeight } from "../sentence-height.js";
import { wordsOfView } from "../words/words-for.js";
import type { Form } from "./form.js";
import { rowInputs } from "./rows.js";

/** Of the width, as a page's own font may be wider than Inter, whose widths are known. */
const USED = 0.86;
const LINE = 18;

/** An identifier or free text: how many different values it has, in place of a million bars. */
export const sentence: Form = {
  inputs({ statistics: { count, distinct } }, view) {
    const words = wordsOfView(view);
    const figures = words.differentValues(
      formatCount(distinct ?? 0, view.language),
      formatCount(count, view.language),
    );
    const room = view.width * USED;
    const first = wrapText(figures, room, 13, 500).map((text, line) =>
      textRow(0, LINE * (line + 1), text, { size: 13, weight: 500, color: "ink" }),
    );
    const second = wrapText(words.identifierLike, room, 12).map((text, line) =>
      textRow(0, LINE * (first.length + line + 1) + 1, text, { size: 12 }),
    );
    return rowInputs({ texts: [...first, ...second] }, view, sentenceHeight(view.width), []);
  },

  places: () => [],
};
