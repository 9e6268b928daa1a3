import { chartTemplate } from "../chart-template.js";
import type { ChartTemplateName } from "../chart-types.js";
import { atX, atY, computed, type Layer, type LayeredSpec } from "../parts/layer-spec.js";

/** A chart's template as a card: with the badge's glyph. Data set `glyphs`: rows of {@link cardBadge}. */
export function cardTemplate(name: ChartTemplateName): LayeredSpec {
  const chart = chartTemplate(name);
  const glyphs: Layer = {
    data: { name: "glyphs" },
    mark: {
      type: "point",
      opacity: 1,
      size: computed("datum.size * datum.size"),
      fill: computed("datum.fill ? colors[datum.fill] : null"),
      stroke: computed("datum.stroke ? colors[datum.stroke] : null"),
      strokeWidth: 2,
    },
    encoding: { x: atX("datum.x"), y: atY("datum.y"), shape: { value: { expr: "datum.outline" } } },
  };
  return { ...chart, layer: [...chart.layer, glyphs] };
}
