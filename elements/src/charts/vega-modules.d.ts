/** The packages that `vega` is made of ship no types; those of `vega` hold for them. */
declare module "vega-view" {
  export { View } from "vega";
}
declare module "vega-dataflow" {
  /** Operators by the names in a parsed spec. */
  export const transforms: Record<string, unknown>;
}
