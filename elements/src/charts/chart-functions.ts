import { inrange } from "vega-util";

/** A scale of a chart, as far as its expressions ask. */
interface Scale {
  (value: unknown): unknown;
  domain: () => unknown[];
}

/** What Vega calls an expression's functions with as `this`. */
interface ExpressionContext {
  context: { scales: Record<string, { value: Scale }> };
}

/**
 * The functions of Vega's expressions that the charts' templates call; the build fails where one is missing. In place of
 * `vega-functions`, whose two hundred bring maps, samplers and selections along.
 */
export const chartFunctions: Record<string, unknown> = {
  inrange,
  isValid: (value: unknown): boolean => value !== null && value !== undefined && !Number.isNaN(value),
  scale(this: ExpressionContext, name: string, value: unknown): unknown {
    return this.context.scales[name]?.value(value);
  },
  domain(this: ExpressionContext, name: string): unknown[] {
    return this.context.scales[name]?.value.domain() ?? [];
  },
};

/** The name under which `vega-view` looks for them. */
export { chartFunctions as functionContext };
