import { textRow } from "../parts/text-row.js";
import { wordsOfView } from "../words/words-for.js";
import type { Form } from "./form.js";
import { rowInputs } from "./rows.js";

const HEIGHT = 40;

/** A broken or empty column: a page has no use for a chart, so its height is 0; a picture that is asked for all the same says so. */
export const nothing: Form = {
  inputs(_, view) {
    const text = textRow(0, HEIGHT / 2 + 4, wordsOfView(view).nothing, { size: 12 });
    return rowInputs({ texts: [text] }, view, HEIGHT, []);
  },

  places: () => [],
};
