import type { ChartColors } from "@featurescope/analyzer/chart";
import embed from "vega-embed";
import { chartConfig } from "./chart-config.js";
import type { SafeSpec } from "./safe-spec.js";

/** How a stored chart is drawn. */
export interface DrawOptions {
  colors: ChartColors;
  /** Width of the box in CSS px; charts of a size of their own keep it. */
  width: number;
  /** Says a text beside the pointer; null where there is nothing to say. */
  onTip: (text: string | null, event: MouseEvent) => void;
}

/** A chart on the page. */
export interface DrawnSpec {
  /** Gives it another width, where it has none of its own. */
  resize: (width: number) => Promise<void>;
  finalize: () => void;
}

const refuse = (): Promise<never> =>
  Promise.reject(new Error("A stored chart loads nothing: all its data is in the spec."));
const noLoader = { load: refuse, sanitize: refuse, http: refuse, file: refuse, options: {} };

/**
 * Draws a stored chart on a canvas in a box of its own, by full Vega-Lite: this module is large and reached by `import()`.
 * Without generated code, injected styles, or anything loaded, so that it works under a strict policy and Trusted Types.
 * @throws what Vega-Lite throws at a spec that is none
 */
export async function drawSpec(
  spec: SafeSpec,
  { colors, width, onTip }: DrawOptions,
): Promise<DrawnSpec & { box: HTMLElement }> {
  const box = document.createElement("div");
  emptyWithoutMarkup(box);
  const isFluid = fillsItsPlace(spec);
  const shown = isFluid ? { ...spec, width, autosize: { type: "fit-x", contains: "padding" } } : spec;
  const { view, finalize } = await embed(box, withColors(shown, colors), {
    mode: "vega-lite",
    renderer: "canvas",
    ast: true,
    actions: false,
    defaultStyle: false,
    hover: false,
    logLevel: 0,
    loader: noLoader,
    config: chartConfig(colors),
    tooltip: (_handler: unknown, event: MouseEvent, _item: unknown, value: unknown) =>
      onTip(tipText(value), event),
  });
  return {
    box,
    resize: async (wider) => void (isFluid && (await view.width(wider).runAsync())),
    finalize,
  };
}

/** vega-embed empties its box by an empty markup, which Trusted Types forbid; this box is empty from the start. */
function emptyWithoutMarkup(box: HTMLElement): void {
  Object.defineProperty(box, "innerHTML", {
    set: () => {
      box.replaceChildren();
    },
  });
}

/** Whether a chart has one plot and leaves its width to its place. */
function fillsItsPlace({ mark, layer, encoding, width }: SafeSpec): boolean {
  if (mark === undefined && layer === undefined) return false;
  const { row, column, facet } = (encoding ?? {}) as Record<string, unknown>;
  const isOne = row === undefined && column === undefined && facet === undefined;
  return isOne && (width === undefined || width === "container");
}

/** The colours of Featurescope's own charts are a parameter; they follow the theme. */
function withColors(spec: SafeSpec, colors: ChartColors): SafeSpec {
  const { params } = spec;
  if (!Array.isArray(params)) return spec;
  return {
    ...spec,
    params: params.map((param: unknown) => (isOwnColors(param) ? { name: "colors", value: colors } : param)),
  };
}

function isOwnColors(param: unknown): boolean {
  const { name, value } = (param ?? {}) as { name?: unknown; value?: { currentFill?: unknown } | null };
  return name === "colors" && typeof value?.currentFill === "string";
}

/** A tooltip's value as text: a line a field of an object. */
function tipText(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value !== "object") return textOf(value);
  return Object.entries(value)
    .filter(([key]) => key !== "image")
    .map(([key, field]) => `${key}: ${textOf(field)}`)
    .join("\n");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
