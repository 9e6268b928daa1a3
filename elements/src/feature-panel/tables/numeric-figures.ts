import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import { distanceTo, formatValue } from "@featurescope/analyzer/drift";
import { hasValuesAside } from "../../parts/has-values-aside.js";
import type { Words } from "../../words/words.js";
import { emphasisOf as emphasisOfVerdict, figure, shareFigure, sharesOf } from "./figure.js";
import type { Emphasis, Figure, FigureGroup, Figures } from "./figures.js";
import { rowFigures } from "./row-figures.js";
import { type ValueColumn, valueColumn, writeValue } from "./value-column.js";

/** A quantile that is this far from the reference's, in interquartile ranges of the reference, stands out. */
const LARGE = 0.25;

const QUANTILES = ["p5", "p25", "p50", "p75", "p95"] as const;
type Quantile = (typeof QUANTILES)[number];
type ValueName = "mean" | "std" | "min" | "max" | Quantile;
/** Figures of one side, with or without the frequent values. */
type Side = { readonly [K in ValueName]?: number | null };

/** Shares of missing and frequent values, then the values' figures on one scale; without the frequent values as well. */
export function numericFigures(statistics: StatisticsDocument, words: Words): Figures {
  const { reference, unit, withoutPoints } = statistics;
  const column = valueColumn(statistics, words.language);
  const points = pointFigures(statistics, words);
  const group = (
    heading: string | null,
    side: Side,
    other: Side | undefined,
    names: readonly ValueName[],
    before: readonly Figure[] = [],
  ): FigureGroup => ({
    heading,
    figures: [...before, ...names.map((name) => valueFigure(name, side, other, column, words))],
  });
  const shares = [...rowFigures(statistics, words), ...beyondFigure(statistics, words), ...points];
  const corner = `${column.scale.written}\u00a0${unit ?? ""}`.trim();
  const all = reference ?? undefined;
  const others = reference === null ? undefined : (reference.withoutPoints ?? {});
  const groups = hasValuesAside(statistics)
    ? [
        { heading: null, figures: shares },
        group(words.allValues, statistics, all, ["mean", "std", "p50", "p75", "p95", "max"]),
        group(words.withoutPoints(points.map(({ label }) => label).join(", ")), withoutPoints!, others, [
          "p25",
          "p50",
          "p75",
          "p95",
        ]),
      ]
    : [group(null, statistics, all, ["mean", "std", "min", ...QUANTILES, "max"], shares)];
  return { corner, groups };
}

/** The share of rows beyond one of the reference's extremes, where that is more than chance; none of the reference's are. */
function beyondFigure({ drift }: StatisticsDocument, { beyond: label, language }: Words): Figure[] {
  const part = drift?.verdicts.beyond;
  const emphasis = emphasisOfVerdict(part?.verdict);
  return part && emphasis !== "plain" ? [shareFigure(label, [part.value, 0], language, emphasis)] : [];
}

function valueFigure(
  name: ValueName,
  side: Side,
  other: Side | undefined,
  column: ValueColumn,
  words: Words,
): Figure {
  const label = name === "p50" ? words.median : (words[name as "mean"] ?? name);
  return figure(
    label,
    [side[name] ?? null, other === undefined ? undefined : (other[name] ?? null)],
    (value) => writeValue(column, value),
    (change) => writeValue(column, change, "exceptZero"),
    emphasisOf(name, side, other),
  );
}

/** Medians and other quantiles stand out, beside what limits say, where they moved far in the reference's own measure. */
function emphasisOf(name: ValueName, side: Side, other: Side | undefined): Emphasis {
  if (!name.startsWith("p")) return "plain";
  const moved = Math.abs((side[name] ?? NaN) - (other?.[name] ?? NaN));
  const room = (other?.p75 ?? NaN) - (other?.p25 ?? NaN);
  return room > 0 && moved >= LARGE * room ? "large" : "plain";
}

/** Shares of the frequent values with bins of their own, which are told apart. */
function pointFigures(statistics: StatisticsDocument, { language }: Words): Figure[] {
  const points = statistics.drift?.bins.filter(({ type }) => type === "point") ?? [];
  const values = points.map(({ value }) => Number(value));
  return points.map((point, i) =>
    shareFigure(
      formatValue(values[i]!, language, { resolution: distanceTo(values[i]!, values) }),
      sharesOf(statistics, point.current, point.reference),
      language,
    ),
  );
}
