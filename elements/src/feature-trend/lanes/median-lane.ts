import { type ValueScale, decimalsOf, formatValue, valueScale } from "@featurescope/analyzer/drift";
import { svg, type SVGTemplateResult } from "lit";
import { linear } from "../../parts/linear.js";
import type { Lane } from "../trend-layout.js";
import type { TrendRun } from "../trend-run.js";
import type { TrendScene } from "../trend-scene.js";
import { quantile } from "./axis-end.js";
import { linePath, ribbonPath } from "./lane-paths.js";
import { unbroken } from "./reference-spans.js";
import { type SideLabel, sideLabels } from "./side-labels.js";
import { valueTicks } from "./value-ticks.js";

/** Px that the name of the lane takes from its top. */
const NAME = 18;

type Quartiles = Record<"p25" | "p50" | "p75", number>;

/** The median with its p25–p75 ribbon, over the same of the reference. */
export function medianLane(scene: TrendScene, { top, bottom }: Lane): SVGTemplateResult {
  const { runs, spans, x, layout, unit, words, own } = scene;
  const { left, right, isNarrow } = layout;
  const references = spans.flatMap(({ runs: within, start, end }) => {
    const reference = quartilesOf(within.findLast(({ row }) => row.reference !== null)?.row.reference);
    return reference === null ? [] : { ...reference, from: x(start), to: x(end) };
  });
  const [low, high] = rangeOf([...runs.flatMap(({ row }) => quartilesOf(row) ?? []), ...references]);
  const y = linear(low, high, bottom, top);
  const stretches = unbroken(runs, ({ row }) => quartilesOf(row)?.p50 ?? null);
  const ticks = valueTicks(low, high, 3);
  const newest = quartilesOf(runs.findLast(({ row }) => quartilesOf(row) !== null)?.row);
  const reference = references.at(-1);
  const scale = valueScale([...ticks, newest?.p50 ?? 0, reference?.p50 ?? 0], words.language);
  const decimals = decimalsBetween(ticks, scale);
  const write = (value: number): string =>
    formatValue(value, words.language, { scale, symbol: false, decimals });
  // Above them stands the name of the lane.
  const drawn = ticks.filter((tick) => y(tick) >= top + NAME);
  const units = isNarrow ? [] : [scale.written.trim(), unit ?? ""].filter((text) => text !== "");
  return svg`
    <text class="lane" y=${top + 11}>${own.medianIn(units)}</text>
    ${references.map(
      ({ p25, p75, from, to }) =>
        svg`<rect class="reference-band" x=${from} y=${y(p75)} width=${to - from} height=${Math.max(1, y(p25) - y(p75))} />`,
    )}
    <path class="ribbon" d=${ribbonPath(
      stretches,
      ({ row }) => row.p25,
      ({ row }) => row.p75,
      x,
      y,
    )} />
    <path class="reference-line" d=${references.map(({ p50, from, to }) => `M${from} ${y(p50)}H${to}`).join("")} />
    <path class="current-line" d=${linePath(stretches, ({ row }) => row.p50, x, y)} />
    <path class="rule" d=${drawn.map((tick) => `M${left - 4} ${y(tick)}h4`).join("")} />
    ${drawn.map((tick) => svg`<text class="end" x=${left - 8} y=${y(tick) + 4}>${write(tick)}</text>`)}
    ${sideLabels(newest === null ? [] : labels(scene, newest, reference, scale, y), right + (isNarrow ? 5 : 8), bottom)}`;
}

function labels(
  { layout, words, own }: TrendScene,
  current: Quartiles,
  reference: Quartiles | undefined,
  scale: ValueScale,
  y: (value: number) => number,
): readonly SideLabel[] {
  const write = (value: number): string => formatValue(value, words.language, { scale });
  const figure = { y: y(current.p50), text: write(current.p50), look: "current" };
  if (layout.isNarrow) return [figure];
  return [
    { y: y(current.p75), text: own.middleHalf, look: "current light" },
    { ...figure, text: `${figure.text} ${words.current}` },
    ...(reference === undefined
      ? []
      : [{ y: y(reference.p50), text: `${write(reference.p50)} ${words.reference}`, look: "reference" }]),
  ];
}

/** All three, or null. */
function quartilesOf(figures: TrendRun["row"] | TrendRun["row"]["reference"] | undefined): Quartiles | null {
  if (!figures) return null;
  const { p25, p50, p75 } = figures;
  return p25 === null || p50 === null || p75 === null ? null : { p25, p50, p75 };
}

/** Room for all but the outermost 2 % of the runs. */
function rangeOf(all: readonly Quartiles[]): readonly [low: number, high: number] {
  const low = quantile(
    all.map(({ p25 }) => p25),
    0.02,
  );
  const high = quantile(
    all.map(({ p75 }) => p75),
    0.98,
  );
  if (high > low) return [low, high];
  const air = Math.abs(low) / 10 || 1;
  return [low - air, low + air];
}

/** Decimals that tell ticks apart. */
function decimalsBetween([first = 0, second]: readonly number[], scale: ValueScale): number {
  if (second === undefined) return decimalsOf(first, scale);
  return Math.min(20, Math.max(0, -Math.floor(Math.log10((second - first) / scale.divisor) + 1e-9)));
}
