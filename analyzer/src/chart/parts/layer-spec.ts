import type { TopLevelSpec } from "vega-lite";
import type { AxisScale } from "./position-scale.js";

/** A Vega-Lite spec of layers over each other. */
export type LayeredSpec = Extract<TopLevelSpec, { layer: readonly unknown[] }>;

/** A layer, or several. */
export type Layer = LayeredSpec["layer"][number];

/** A value of a mark or channel computed for each row by an expression of Vega. */
export function computed(expr: string): { expr: string } {
  return { expr };
}

/** The colour of a token. @param token name of a colour, or an expression in brackets: `[datum.color]` */
export function color(token: string): { expr: string } {
  return { expr: token.startsWith("[") ? `colors${token}` : `colors.${token}` };
}

/** A channel in px from the top of the chart zone. */
export function atY(expr: string): { value: { expr: string } } {
  return { value: { expr } };
}

/** A channel in px from the left of the chart zone; the view begins where the x axis does. */
export function atX(expr: string): { value: { expr: string } } {
  return { value: { expr: `${expr} - plotLeft` } };
}

/** A field on a scale that is shared or set by params. */
export interface FieldChannel {
  field: string;
  type: "quantitative";
  axis: null;
  stack?: null;
  scale: {
    type: AxisScale;
    domain: { expr: string }[];
    range?: { expr: string }[];
    nice: false;
    zero?: false;
    clamp?: true;
  };
}

/** A field on the x axis, which all zones share. */
export function onX(field: string, type: AxisScale): FieldChannel {
  return {
    field,
    type: "quantitative",
    axis: null,
    scale: { type, domain: [computed("domainLow"), computed("domainHigh")], nice: false, ...zeroOf(type) },
  };
}

/** A field on a y axis between two params in px. */
export function onY(
  field: string,
  type: AxisScale,
  domain: readonly [string, string],
  range: readonly [string, string],
): FieldChannel {
  return {
    field,
    type: "quantitative",
    axis: null,
    stack: null,
    scale: {
      type,
      clamp: true,
      domain: domain.map(computed),
      range: range.map(computed),
      nice: false,
      ...zeroOf(type),
    },
  };
}

/** Vega-Lite warns of `zero` on a logarithmic scale. */
function zeroOf(type: AxisScale): { zero?: false } {
  return type === "linear" ? { zero: false } : {};
}
