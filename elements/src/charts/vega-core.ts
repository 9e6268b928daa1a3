import { transforms } from "vega-dataflow";
import { operators } from "./generated/operators.js";

// In place of `vega`, which registers every operator there is.
Object.assign(transforms, operators);

export { View } from "vega-view";
export { runtimes } from "./generated/runtimes.js";
