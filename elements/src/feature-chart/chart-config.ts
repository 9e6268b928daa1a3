import type { ChartColors } from "@featurescope/analyzer/chart";
import type { Config } from "vega-embed";

const FONT = 'Inter, system-ui, "Noto Sans SC", sans-serif';

/** How a chart looks that does not say it itself, by the tokens of the element that it stands in. */
export function chartConfig(colors: ChartColors): Config {
  const { background, ink, muted, faint, limit, current, reference, up, down, badInk, warnInk } = colors;
  const guide = { labelColor: muted, titleColor: muted, labelFontSize: 11, titleFontSize: 11 };
  return {
    background,
    font: FONT,
    axis: {
      ...guide,
      gridColor: faint,
      domainColor: limit,
      tickColor: limit,
      titleFontWeight: 400,
      labelFlush: false,
      labelSeparation: 6,
    },
    legend: { ...guide, titleFontWeight: 400 },
    header: guide,
    title: { color: ink, subtitleColor: muted, fontSize: 14, fontWeight: 600, anchor: "start" },
    view: { stroke: null },
    mark: { color: current },
    text: { color: ink },
    rule: { color: limit },
    range: { category: [current, up, reference, badInk, warnInk, down] },
  };
}
