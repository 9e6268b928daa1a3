import { DAY, type StatisticsDocument } from "@featurescope/analyzer/artifact";
import { formatDate, formatStamp } from "@featurescope/analyzer/drift";
import type { Words } from "../../words/words.js";
import { figure } from "./figure.js";
import type { Figures } from "./figures.js";
import { rowFigures } from "./row-figures.js";

/** Figures of a point in time in UTC, which the corner says: the oldest, the middle and the newest. A difference of dates says nothing. */
export function timeFigures(statistics: StatisticsDocument, words: Words): Figures {
  const { reference } = statistics;
  const { language } = words;
  const { oldest, newest } = words.panel;
  const rows = [
    ["min", oldest],
    ["p50", words.median],
    ["max", newest],
  ] as const;
  // Two of them and a difference beside each other may be wider than a narrow panel, unless they break between their words.
  const write = (time: number): string =>
    (time % DAY === 0 ? formatDate : formatStamp)(time, language).replaceAll("\u00a0", " ");
  const figures = rows.map(([name, label]) =>
    figure(label, [statistics[name], reference?.[name]], write, () => ""),
  );
  return {
    corner: "UTC",
    groups: [{ heading: null, figures: [...rowFigures(statistics, words), ...figures] }],
  };
}
