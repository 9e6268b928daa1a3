import type { Runtime } from "vega";
import { transforms } from "vega-dataflow";
import { parse } from "vega-parser";
import type { ChartTemplateName } from "@featurescope/analyzer/chart";
import { operators } from "./generated/operators.js";
import { specs } from "./generated/specs.js";

// In place of `vega`, which registers every operator there is.
Object.assign(transforms, operators);

const runtimes = new Map<ChartTemplateName, Runtime>();

/** A template parsed for Vega, once however many charts are drawn by it; without generated code, for a strict CSP. */
export function runtimeOf(name: ChartTemplateName): Runtime {
  const known = runtimes.get(name);
  if (known !== undefined) return known;
  performance.mark("featurescope-chart-parse", { detail: name });
  const runtime = parse(specs[name], undefined, { ast: true });
  runtimes.set(name, runtime);
  return runtime;
}

export { View } from "vega-view";
export { expressionInterpreter } from "vega-interpreter";
