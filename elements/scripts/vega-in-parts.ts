import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What stands in for parts of Vega that no template uses, by the package's name. */
const STAND_INS: Record<string, string> = {
  "vega-functions": at("../src/charts/chart-functions.ts"),
  "vega-loader": at("../src/charts/no-loader.ts"),
  "vega-time": at("../src/charts/no-times.ts"),
  "d3-time": at("../src/charts/no-times.ts"),
  "d3-time-format": at("../src/charts/no-times.ts"),
};

/** Colours by names such as `viridis`: a tenth of a chart's code, and no template names one. */
const SCHEMES = /^const (continuous|discrete) = \{.*?^\};/gms;

/** Marks modules of the second Vega: the whole one, for stored charts of anybody's. */
const WHOLE = "?whole";

/**
 * Gives the charts of panels a Vega without the parts that no template uses, and stored charts one of their own, whole:
 * where both shared modules, each page would load what only the other needs.
 */
export const vegaInParts: Plugin = {
  name: "vega-in-parts",
  enforce: "pre",
  async resolveId(source, importer, options) {
    const isWhole = importer?.endsWith(WHOLE) || importer?.endsWith("feature-chart/draw-spec.ts");
    if (!isWhole) return STAND_INS[source] ?? null;
    const resolved = await this.resolve(source, importer?.replace(WHOLE, ""), { ...options, skipSelf: true });
    if (!resolved?.id.includes("/node_modules/")) return resolved;
    return { ...resolved, id: resolved.id + WHOLE };
  },
  transform(code, id) {
    if (!id.endsWith("/vega-scale.js")) return null;
    const without = code.replaceAll(SCHEMES, "const $1 = {};");
    if (without === code)
      this.error("vega-scale has its colour schemes elsewhere: look for them, or they are in each page.");
    return { code: without, map: null };
  },
};
