import { formatCount, formatPoints, formatShare, formatValue } from "../../drift/index.js";
import type { DistributionDocument, StatisticsDocument, Verdict } from "../../artifact/index.js";
import type { ChartColors, ChartRow, ChartRows, ChartView } from "../chart-types.js";
import { isNarrow } from "../parts/is-narrow.js";
import { atX, atY, color, type Layer } from "../parts/layer-spec.js";
import { cutInMiddle, textWidth } from "../parts/text-width.js";
import { textRow } from "../parts/text-row.js";
import { chartWordsFor } from "../words/words-for.js";
import type { ChartWords } from "../words/chart-words.js";
import { RAIL_HEAD, RAIL_ROW } from "./numeric-zones.js";
import type { RailRow } from "./rail-rows.js";

const INK: Record<Verdict, keyof ChartColors> = {
  stable: "ink",
  watch: "warnInk",
  shifted: "badInk",
  unknown: "ink",
};

/**
 * Bars of shares on a scale of their own, the reference as a tick on them. Data sets `bars` and `ticks`, in px of the
 * chart zone.
 */
export function shareBarLayers(): Layer[] {
  const tick = (half: number, mark: object): Layer => ({
    data: { name: "ticks" },
    mark: { type: "rect", ...mark },
    encoding: {
      x: atX(`datum.x - ${half}`),
      x2: atX(`datum.x + ${half}`),
      y: atY("datum.top - 3"),
      y2: atY("datum.bottom + 3"),
    },
  });
  const bar = (mark: object, right: string): Layer => ({
    data: { name: "bars" },
    mark: { type: "rect", cornerRadius: 1, ...mark },
    encoding: {
      x: atX("datum.left"),
      x2: atX(right),
      y: atY("datum.top"),
      y2: atY("datum.bottom"),
    },
  });
  return [
    bar({ fill: color("[datum.track]") }, "datum.right"),
    bar({ fill: color("currentFill"), stroke: color("current"), strokeWidth: 1 }, "datum.end"),
    tick(2, { fill: { expr: "datum.haloed ? colors.background : 'transparent'" } }),
    tick(1, { fill: color("referenceOnFill") }),
  ];
}

/** Where the columns of the rail are, in px of the chart zone; figures are set to the right. */
function columns(width: number) {
  const narrow = isNarrow(width);
  const reference = width - (narrow ? 62 : 76);
  const current = reference - (narrow ? 56 : 68);
  return { bar: narrow ? 54 : 96, barEnd: current - (narrow ? 50 : 58), current, reference, delta: width };
}

/** The rail: a line each for missing and infinite rows and for points, on a common scale of 0 to 100 %. */
export function railInputs(
  { statistics, distribution }: { statistics: StatisticsDocument; distribution: DistributionDocument },
  rail: readonly RailRow[],
  view: ChartView,
): ChartRows {
  if (rail.length === 0) return {};
  const { language, mode, width } = view;
  const words = chartWordsFor(language);
  const narrow = isNarrow(width);
  const at = columns(width);
  const compared = distribution.rows.reference !== null;
  const texts = [
    textRow(at.bar, 10, narrow ? words.shareOfAllRowsNarrow : words.shareOfAllRows),
    textRow(at.current, 10, words.current, { color: "current", align: "right", weight: 600 }),
  ];
  if (compared) {
    const name = narrow ? words.referenceShort : words.reference;
    texts.push(
      textRow(at.reference, 10, name, { color: "reference", align: "right", weight: 600 }),
      textRow(at.delta, 10, narrow ? words.deltaNarrow : words.delta, { align: "right" }),
    );
  }
  const bars: ChartRow[] = [];
  const ticks: ChartRow[] = [];
  rail.forEach((row, i) => {
    const top = RAIL_HEAD + i * RAIL_ROW;
    const share = distribution.rows.current > 0 ? row.current / distribution.rows.current : 0;
    const referenceShare =
      row.reference === null || !distribution.rows.reference
        ? null
        : row.reference / distribution.rows.reference;
    const px = (value: number): number => at.bar + value * (at.barEnd - at.bar);
    bars.push({
      top: top + 5,
      bottom: top + 15,
      left: at.bar,
      right: at.barEnd,
      track: "faint",
      end: row.current > 0 ? Math.max(at.bar + 1.5, px(share)) : at.bar,
    });
    if (referenceShare !== null)
      ticks.push({
        x: px(referenceShare),
        top: top + 5,
        bottom: top + 15,
        haloed: px(referenceShare) > at.bar + 8,
      });
    const figure = (value: number, count: number): string =>
      mode === "count" ? formatCount(count, language) : formatShare(value, language);
    const text = (x: number, value: string, ink: keyof ChartColors, weight: 400 | 600 = 400): void => {
      texts.push(textRow(x, top + 14, value, { align: "right", size: 12, color: ink, weight }));
    };
    texts.push(
      textRow(0, top + 14, cutInMiddle(labelOf(row, words, language), at.bar - 6, 12), {
        size: 12,
        color: "ink",
      }),
    );
    text(at.current, figure(share, row.current), "ink");
    if (referenceShare !== null && row.reference !== null) {
      text(at.reference, figure(referenceShare, row.reference), "muted");
      const ink =
        row.type === "missing" ? INK[statistics.drift?.verdicts.missing.verdict ?? "stable"] : "ink";
      const delta = formatPoints(share - referenceShare, language, { symbol: !words.deltaHasUnit });
      if (distribution.rows.current > 0) text(at.delta, delta, ink, ink === "ink" ? 400 : 600);
    }
    const note = words.ofWhichNaN(formatShare(statistics.nan / Math.max(1, statistics.rows), language));
    const free = at.barEnd - px(Math.max(share, referenceShare ?? 0)) - 16;
    if (row.type === "missing" && statistics.nan > 0 && textWidth(note, 10) < free)
      texts.push(textRow(at.barEnd - 4, top + 13.5, note, { align: "right", size: 10 }));
  });
  return { bars, ticks, texts };
}

function labelOf(row: RailRow, words: ChartWords, language: string): string {
  return row.value === null
    ? words[row.type === "missing" ? "missing" : "infinite"]
    : formatValue(row.value, language);
}
