export * from "./chart-colors.js";
export * from "./chart-form.js";
export * from "./chart-height.js";
export * from "./chart-inputs.js";
export * from "./chart-template-for.js";
export * from "./chart-template.js";
export * from "./chart-types.js";
export * from "./fill-template.js";
export type { LayeredSpec } from "./parts/layer-spec.js";
