import { formatPoints, isAlarm } from "../../drift/index.js";
import type { ChartColors, ChartRow, ChartRows } from "../chart-types.js";
import { columnNames } from "../parts/column-names.js";
import { atX, color, computed, onX, onY, type FieldChannel, type Layer } from "../parts/layer-spec.js";
import { decimalsOfStep, niceBelow } from "../parts/linear-ticks.js";
import { positionScale, type AxisScale } from "../parts/position-scale.js";
import { roomFor } from "../parts/room-for.js";
import { strokeRow, textRow } from "../parts/text-row.js";
import { textWidth } from "../parts/text-width.js";
import type { DrawnBin } from "./drawn-bin.js";
import { visibleBins, type NumericFrame } from "./numeric-frame.js";
import { drawnTails } from "./tails.js";

/** Below this height a hollow bar is only a smear. */
const LEAST_HOLLOW = 1;

const bar = {
  type: "rect",
  fill: computed("datum.hollow ? colors.background : colors[datum.color]"),
  stroke: computed("datum.hollow ? colors[datum.color] : null"),
  strokeWidth: 1.1,
} as const;

function onDifference(field: string): FieldChannel {
  return onY(field, "linear", ["-differenceMost", "differenceMost"], ["differenceBottom", "differenceTop"]);
}

/**
 * Current minus reference in each bin over the band in which noise keeps it; bars within the band are hollow. Data sets:
 * `noise`, `differences`, `tailNoise`, `tailDifferences`; params `differenceMost`, `differenceTop`, `differenceBottom`.
 */
export function differenceLayers(x: AxisScale): Layer {
  const zero = { value: { expr: "(differenceTop + differenceBottom) / 2" } };
  const tail = { x: atX("datum.left"), x2: atX("datum.right") };
  const inset = computed("datum.hollow ? 1.25 : 0.5");
  const inset2 = computed("datum.hollow ? -1.25 : -0.5");
  return {
    resolve: { scale: { y: "shared" } },
    layer: [
      {
        data: { name: "noise" },
        mark: { type: "area", clip: true, interpolate: "step-after", color: color("band") },
        encoding: { order: { value: 0 }, x: onX("x", x), y: onDifference("noise"), y2: { field: "below" } },
      },
      {
        data: { name: "tailNoise" },
        mark: { type: "rect", color: color("band") },
        encoding: { ...tail, y: onDifference("noise"), y2: { field: "below" } },
      },
      {
        data: { name: "differences" },
        mark: { ...bar, clip: true, xOffset: inset, x2Offset: inset2 },
        encoding: { x: onX("low", x), x2: { field: "high" }, y: onDifference("difference"), y2: zero },
      },
      {
        data: { name: "tailDifferences" },
        mark: { ...bar, xOffset: inset, x2Offset: inset2 },
        encoding: { ...tail, y: onDifference("difference"), y2: zero },
      },
    ],
  };
}

/** Rows and params of the difference strip; no rows where there is nothing to compare. */
export function differenceInputs(frame: NumericFrame): { data: ChartRows; params: Record<string, number> } {
  const { layout, words, view, bins, statistics } = frame;
  if (layout.difference === null)
    return { data: {}, params: { differenceMost: 1, differenceTop: 0, differenceBottom: 0 } };
  const { top, bottom } = layout.difference;
  const tails = drawnTails(frame);
  const visible = visibleBins(frame);
  const most =
    roomFor(
      visible.map(reach),
      tails.map(({ bin }) => reach(bin)),
    ) * 1.04;
  const y = positionScale("linear", [-most, most], [bottom, top]);
  const zero = y(0);
  const alarming = isAlarm(statistics.drift?.verdicts.index);

  const rows = (bin: DrawnBin, place: ChartRow): ChartRow[] => {
    const difference = bin.difference ?? 0;
    const hollow = Math.abs(difference) <= (bin.noise ?? 0);
    if (hollow && Math.abs(y(difference) - zero) <= LEAST_HOLLOW) return [];
    const ink: keyof ChartColors = alarming && difference > 0 ? "up" : "down";
    return [{ ...place, difference, hollow, color: ink }];
  };
  const noise = bins.map((bin) => ({ x: bin.low, noise: bin.noise ?? 0, below: -(bin.noise ?? 0) }));
  const last = bins.at(-1);
  if (last !== undefined) noise.push({ x: last.high, noise: last.noise ?? 0, below: -(last.noise ?? 0) });

  const tick = niceBelow(most * 0.75);
  const decimals = decimalsOfStep(tick * 100);
  const symbol = !(layout.narrow || words.deltaHasUnit);
  const ticks = [tick, -tick];
  const texts = ticks.map((value) =>
    textRow(layout.left - 8, y(value) + 4, formatPoints(value, view.language, { decimals, symbol }), {
      align: "right",
    }),
  );
  if (!layout.narrow) texts.push(textRow(0, zero + 4, words.difference));
  // As in the histogram above: a tail that is higher than the strip is broken, not as high as it.
  const breaks = tails.flatMap(({ left, right, bin: { difference } }) => {
    if (!(Math.abs(difference ?? 0) > most)) return [];
    const at = y(Math.sign(difference!) * 0.7 * most);
    return [strokeRow([left - 2, at + 3], [right + 2, at - 3], "background", 4)];
  });
  return {
    data: {
      noise,
      tailNoise: tails.map(({ left, right, bin }) => ({
        left,
        right,
        noise: bin.noise ?? 0,
        below: -(bin.noise ?? 0),
      })),
      differences: bins.flatMap((bin, i) => rows(bin, { bin: i, low: bin.low, high: bin.high })),
      tailDifferences: tails.flatMap(({ left, right, bin }) => rows(bin, { left, right })),
      grid: ticks.map((value) => strokeRow([layout.left, y(value)], [layout.width, y(value)], "faint")),
      strokes: [strokeRow([layout.left, zero], [layout.width, zero], "limit"), ...breaks],
      texts,
      labels: [captionRow(frame, visible, y)],
    },
    params: { differenceMost: most, differenceTop: top, differenceBottom: bottom },
  };
}

function reach({ difference, noise }: DrawnBin): number {
  return Math.max(Math.abs(difference ?? 0), noise ?? 0);
}

/** To cover a bar is worse than to cover the band behind all of them. */
const BAR = 1000;

/** The caption in the corner where it covers the least; what it says of missing rows only where that covers no more bars. */
function captionRow(
  { layout, words, x, view, statistics }: NumericFrame,
  visible: readonly DrawnBin[],
  y: (difference: number) => number,
): ChartRow {
  const { top, bottom } = layout.difference!;
  const say = layout.narrow ? words.differenceCaptionNarrow : words.differenceCaption;
  const { current, reference } = layout.narrow ? words : columnNames(view);
  const missing = statistics.drift?.verdicts.missing;
  const texts = [say(current, reference)];
  // Shares are of all rows: where more are missing, each bin has fewer, whatever the values are.
  if (isAlarm(missing))
    texts.push(texts[0] + words.differenceByMissing(formatPoints(missing!.value!, view.language)));
  const corners = texts.flatMap((text, more) => {
    const width = textWidth(text, 11) + 8;
    const cost = width > layout.plotRight - layout.plotLeft ? Infinity : more > 0 ? 0 : BAR / 2;
    return (["left", "right"] as const).flatMap((align) =>
      ([top + 8, bottom - 2] as const).map((baseline) => {
        const from = align === "left" ? layout.plotLeft : layout.plotRight - width;
        const isAbove = baseline < bottom - 2;
        const reaches = (difference: number): boolean =>
          isAbove ? y(difference) < baseline + 3 : y(difference) > baseline - 10;
        const covers = ({ difference, noise }: DrawnBin): number => {
          if (reaches(difference ?? 0)) return BAR;
          return reaches(isAbove ? (noise ?? 0) : -(noise ?? 0)) ? 1 : 0;
        };
        const covered = visible
          .filter((bin) => x(bin.high) > from && x(bin.low) < from + width)
          .reduce((sum, bin) => sum + covers(bin), cost);
        return { text, align, baseline, covered };
      }),
    );
  });
  const { text, align, baseline } = corners.reduce((a, b) => (b.covered < a.covered ? b : a));
  const at = align === "left" ? layout.plotLeft + 2 : layout.plotRight - 2;
  return textRow(at, baseline, text, { align });
}
