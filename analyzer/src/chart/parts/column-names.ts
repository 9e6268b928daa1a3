import type { ChartView } from "../chart-types.js";
import { wordsOfView } from "../words/words-for.js";
import { isNarrow } from "./is-narrow.js";
import { textWidth } from "./text-width.js";

/** Width of a column of figures and of the gutter, whichever is less, in px. */
const ROOM = 66;

/** What the two sides are called above columns and in the gutter: the view's short names where its names do not fit there. */
export function columnNames(view: ChartView): { current: string; reference: string } {
  const { current, reference, referenceShort } = wordsOfView(view);
  const named = { current, reference: isNarrow(view.width) ? referenceShort : reference };
  const isLong = [named.current, named.reference].some((name) => textWidth(name, 11, 600) > ROOM);
  return isLong ? (view.shortNames ?? named) : named;
}
