export * from "./bin-rules.js";
export * from "./feature-counts.js";
export * from "./format-date.js";
export * from "./format-index.js";
export * from "./format-number.js";
export * from "./format-share.js";
export * from "./format-value.js";
export * from "./value-scale.js";
export type { ValueScale } from "./words/drift-words.js";
