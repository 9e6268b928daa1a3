import { DAY, type StatisticsDocument } from "@featurescope/analyzer/artifact";
import { formatDate, formatStamp } from "@featurescope/analyzer/drift";
import type { Words } from "../../words/words.js";
import { figure } from "./figure.js";
import type { Figure, Figures } from "./figures.js";
import { rowFigures } from "./row-figures.js";

/** Figures of a point in time in UTC, which the corner says: the oldest, the middle and the newest. A difference of dates says nothing. */
export function timeFigures(statistics: StatisticsDocument, words: Words): Figures {
  const { language, median, panel } = words;
  // Two of them and a difference beside each other may be wider than a narrow panel, unless they break between their words.
  const write = (time: number): string =>
    (time % DAY === 0 ? formatDate : formatStamp)(time, language).replaceAll("\u00a0", " ");
  const line = (label: string, name: "min" | "p50" | "max"): Figure =>
    figure(label, [statistics[name], statistics.reference?.[name]], write, () => "");
  const figures = [
    ...rowFigures(statistics, words),
    line(panel.oldest, "min"),
    line(median, "p50"),
    line(panel.newest, "max"),
  ];
  return { corner: "UTC", groups: [{ heading: null, figures }] };
}
