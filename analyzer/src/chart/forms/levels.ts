import { formatShare } from "../../drift/index.js";
import type { ChartRows } from "../chart-types.js";
import { levelBars, mostShare } from "../levels/level-bars.js";
import { levelDeltas } from "../levels/level-deltas.js";
import { levelFigures } from "../levels/level-figures.js";
import { levelFrame, type LevelFrame } from "../levels/level-frame.js";
import { levelIndex } from "../levels/level-index.js";
import { levelLabels } from "../levels/level-labels.js";
import { columnNames } from "../parts/column-names.js";
import { mergeRows } from "../parts/merge-rows.js";
import { strokeRow, textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
import type { Form } from "./form.js";
import { rowInputs } from "./rows.js";

/** A line for each level, on two lines where it is narrow. */
export const levels: Form = {
  inputs(documents, view) {
    const frame = levelFrame(documents, view);
    const data = mergeRows(
      heads(frame),
      levelDeltas(frame),
      levelBars(frame),
      levelLabels(frame),
      levelFigures(frame),
      levelIndex(frame),
      foot(frame),
    );
    const places = frame.rows.map(({ top }) => ({
      left: 0,
      right: view.width,
      top,
      bottom: top + frame.layout.row,
    }));
    return rowInputs(data, view, frame.layout.height, places);
  },

  places: (documents, view) => levelFrame(documents, view).rows,
};

/** What bars, ticks and hollow bars are; below the last line, where there is room. */
function foot({ layout, rows, words, distribution }: LevelFrame): ChartRows {
  if (layout.narrow || distribution.rows.reference === null) return {};
  const hasBracket = layout.index !== null && rows.filter(({ pooled }) => pooled).length > 1;
  const caption = words.levelsCaption(words.current, words.reference);
  const full = `${caption} · ${words.bracketCaption}`;
  const text = hasBracket && textWidth(full, 11) < layout.width ? full : caption;
  return { texts: [textRow(0, layout.height - 5, text)] };
}

/** Heads of the columns. */
function heads({ layout, rows, words, view, distribution }: LevelFrame): ChartRows {
  const { narrow, head, barLeft, current, reference, width } = layout;
  if (head === 0) return {};
  const name = { align: "right", weight: 600 } as const;
  const names = columnNames(view);
  const texts = [textRow(current, 10, names.current, { ...name, color: "current" })];
  if (distribution.rows.reference !== null) {
    if (reference !== null)
      texts.push(textRow(reference, 10, names.reference, { ...name, color: "reference" }));
    if (narrow) texts.push(textRow(width, 10, words.deltaNarrow, { align: "right" }));
  }
  if (narrow) return { texts };
  const most = mostShare(rows);
  const end = formatShare(most, view.language, most < 0.01 ? 1 : 0);
  texts.push(textRow(barLeft, 10, words.shareOfRows(end)));
  return { texts, strokes: [strokeRow([0, 18], [width, 18], "line")] };
}
