import type { LocalText, StatisticsDocument } from "../../artifact/index.js";
import { sayFinding } from "../../drift/index.js";
import type { ChartRow, ChartRows, ChartView } from "../chart-types.js";
import { mergeRows } from "../parts/merge-rows.js";
import { textRow } from "../parts/text-row.js";
import { cutInMiddle } from "../parts/text-width.js";
import { wrapText } from "../parts/wrap-text.js";
import { cardBadge } from "./card-badge.js";

const TITLE = 16.5;
const NAME = 11.5;
const FINDING = 14;
const FINDING_LINE = 19;
const REASON_LINE = 15;
/** Lines of a finding or a reason; a longer one is in the documents. */
const MOST_LINES = 4;

/**
 * Name, badge and finding, above the chart: rows with negative heights in px of the chart zone.
 * @returns the rows, and the height that they take
 */
export function cardHeader(
  statistics: StatisticsDocument,
  view: ChartView,
): { data: ChartRows; height: number } {
  const { feature, title, unit, finding, reason } = statistics;
  const { width, language } = view;
  const [main, ...others] = titlesIn(title, language);
  const name = [main === undefined ? null : feature, ...others].filter((text) => text != null).join(" · ");
  const findings = wrapText(sayFinding(finding, language, { unit }), width, FINDING, 500).slice(
    0,
    MOST_LINES,
  );
  const reasons = wrapText(reason ?? "", width, 11).slice(0, MOST_LINES);
  const firstLine = name === "" ? 56 : 62;
  const reasonsTop = firstLine + findings.length * FINDING_LINE;
  const height = reasonsTop + reasons.length * REASON_LINE;

  const badge = cardBadge(statistics, view, { right: width, top: -height });
  const room = badge.left - 14;
  const texts: ChartRow[] = [
    textRow(0, 19 - height, cutInMiddle(main ?? feature, room, TITLE * 1.04), {
      size: TITLE,
      weight: 600,
      color: "ink",
    }),
    ...(name === "" ? [] : [textRow(0, 37 - height, cutInMiddle(name, width, NAME), { size: NAME })]),
    ...findings.map((line, i) =>
      textRow(0, firstLine + i * FINDING_LINE - height, line, { size: FINDING, weight: 500, color: "ink" }),
    ),
    ...reasons.map((line, i) => textRow(0, reasonsTop + i * REASON_LINE - height, line)),
  ];
  return { data: mergeRows(badge.data, { texts }), height };
}

/** Titles of a feature: first the one in the language, else the first that is configured. */
function titlesIn(title: LocalText, language: string): string[] {
  const isOwn = (tag: string): boolean => tag.split("-")[0] === language.split("-")[0];
  const entries = Object.entries(title);
  return [...new Set([...entries.filter(([tag]) => isOwn(tag)), ...entries].map(([, text]) => text))];
}
