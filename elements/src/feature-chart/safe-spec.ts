import { ChartError } from "./chart-error.js";

/** A Vega-Lite spec that asks for nothing outside itself. */
export type SafeSpec = Record<string, unknown>;

/** No side of a chart is wider or higher than this, in px; no step of a band scale than the tenth. */
const MOST_PIXELS = 4000;
/** Rows that a generator may make, and bins that a binning may. */
const MOST_ROWS = 100_000;
const VEGA_LITE = /^https?:\/\/vega\.github\.io\/schema\/vega-lite\/v[56](\.\d+)*\.json$/;

/**
 * A copy of a stored spec without anything by which it could reach beyond its own data: options for its host (`usermeta`),
 * links, images, other addresses. Rows are data, whatever their fields are called, and stay as they are.
 * @throws ChartError where it is no Vega-Lite spec, takes its data from elsewhere, or makes more rows than a page can hold
 */
export function safeSpec(document: unknown): SafeSpec {
  if (!isObject(document)) {
    throw new ChartError("chart-invalid", `Expected a Vega-Lite spec, found ${describe(document)}.`);
  }
  const { $schema } = document;
  if ($schema !== undefined && !(typeof $schema === "string" && VEGA_LITE.test($schema))) {
    throw new ChartError(
      "chart-invalid",
      `Expected a Vega-Lite spec of version 5 or 6, found ${describe($schema)}.`,
    );
  }
  if (!VIEWS.some((view) => view in document)) {
    throw new ChartError(
      "chart-invalid",
      `Expected one of ${VIEWS.join(", ")} in a Vega-Lite spec, found none.`,
    );
  }
  return { ...(cleaned(document) as SafeSpec), $schema: "https://vega.github.io/schema/vega-lite/v6.json" };
}

const VIEWS = ["mark", "layer", "hconcat", "vconcat", "concat", "facet", "repeat", "spec"];
/** What may stand for data or lead elsewhere; only where it is no row's field. */
const DROPPED = new Set(["usermeta", "href", "url", "element", "__proto__"]);
const SIZES = new Set(["width", "height", "step"]);

function cleaned(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(cleaned);
  if (!isObject(node)) return node;
  const entries = Object.entries(node).flatMap(([key, value]): [string, unknown][] => {
    if (key === "datasets" || key === "values") return [[key, value]];
    if (key === "data") return [[key, ownData(value)]];
    if (DROPPED.has(key)) return [];
    if (key === "mark" && isImage(value))
      throw new ChartError("chart-invalid", "Expected marks without images, found an image.");
    if (typeof value === "number" && SIZES.has(key)) return [[key, size(key, value)]];
    if (key === "maxbins" && typeof value === "number") return [[key, Math.min(value, MOST_ROWS)]];
    return [[key, cleaned(value)]];
  });
  return Object.fromEntries(entries);
}

/** Rows in the spec, a name for them, or a generator of few enough. */
function ownData(data: unknown): unknown {
  if (!isObject(data)) return data;
  if ("url" in data) {
    throw new ChartError(
      "chart-loads-data",
      `Expected rows inside the spec, found the address ${describe(data["url"])}.`,
    );
  }
  const { sequence } = data;
  if (isObject(sequence)) {
    const { start = 0, stop = 0, step = 1 } = sequence as Record<string, number>;
    const rows = (stop - start) / step;
    if (!(rows <= MOST_ROWS)) {
      throw new ChartError(
        "chart-too-large",
        `Expected at most ${MOST_ROWS} rows, found a sequence of ${rows}.`,
      );
    }
  }
  return data;
}

function isImage(mark: unknown): boolean {
  return mark === "image" || (isObject(mark) && mark["type"] === "image");
}

function size(key: string, value: number): number {
  return Math.min(value, key === "step" ? MOST_PIXELS / 10 : MOST_PIXELS);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The beginning of a value, for a message. */
function describe(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 80);
}
