import type { StatisticsDocument } from "../../artifact/index.js";
import type { ChartDocuments, ChartInputs, ChartView } from "../chart-types.js";
import { isNarrow } from "../parts/is-narrow.js";
import { mergeRows } from "../parts/merge-rows.js";
import { textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
import { chipRows, indexCaption, indexSummary } from "../zones/index-lane.js";
import { RAIL_HEAD, RAIL_ROW } from "../zones/numeric-zones.js";
import { railInputs } from "../zones/rail.js";
import { railRowCount, railRows } from "../zones/rail-rows.js";
import { rowInputs } from "./rows.js";

const INDEX = 36;

/** Height of a rail that is the whole chart. */
export function railHeight(statistics: StatisticsDocument): number {
  const index = indexSummary(statistics) === null ? 0 : INDEX;
  return RAIL_HEAD + Math.max(1, railRowCount(statistics)) * RAIL_ROW + index + 4;
}

/** What a rail alone is drawn from: missing and infinite rows and points, and their shares of the index. */
export function railOnlyInputs(documents: ChartDocuments, view: ChartView): ChartInputs {
  const { statistics, distribution } = documents;
  const height = railHeight(statistics);
  const rail = railRows(distribution);
  const left = isNarrow(view.width) ? 0 : 96;
  const caption = indexCaption(statistics, view, isNarrow(view.width));
  const top = height - 22;
  const chips = chipRows(statistics, view, { from: left + textWidth(caption, 11) + 12, to: view.width, top });
  const row = view.cursor === null || view.cursor >= rail.length ? null : RAIL_HEAD + view.cursor * RAIL_ROW;
  const cursor = row === null ? [] : [{ left: 0, right: view.width, top: row, bottom: row + RAIL_ROW }];
  const data = mergeRows(railInputs(documents, rail, view), chips, {
    texts: [textRow(left, top + 12, caption)],
    cursor,
  });
  return rowInputs(data, view, height);
}
