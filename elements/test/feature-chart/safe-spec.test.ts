import { expect, test } from "vitest";
import { ChartError } from "../../src/feature-chart/chart-error.js";
import { safeSpec } from "../../src/feature-chart/safe-spec.js";

const SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json";
const bars = { $schema: SCHEMA, data: { values: [{ a: 1 }] }, mark: "bar", encoding: { x: { field: "a" } } };

function refusal(document: unknown): string {
  try {
    safeSpec(document);
  } catch (error) {
    if (error instanceof ChartError) return error.code;
    throw error;
  }
  return "none";
}

test("leaves a spec with its own data as it is", () => {
  expect(safeSpec(bars)).toEqual(bars);
});

test("leaves out what a spec says of its host, and where it would lead", () => {
  const hostile = {
    ...bars,
    usermeta: { embedOptions: { ast: false, actions: true, patch: "/evil-patch.json" } },
    encoding: {
      x: { field: "a" },
      href: { value: "javascript:alert(1)" },
      url: { value: "https://evil.example" },
    },
    mark: { type: "bar", href: "https://evil.example" },
    params: [{ name: "p", value: 1, bind: { input: "range", element: "body" } }],
  };
  const text = JSON.stringify(safeSpec(hostile));
  for (const part of ["usermeta", "embedOptions", "evil", "javascript", "element"])
    expect(text).not.toContain(part);
  expect(safeSpec(hostile)["params"]).toEqual([{ name: "p", value: 1, bind: { input: "range" } }]);
});

test("keeps rows as they are, whatever their fields are called", () => {
  const rows = [{ url: "https://example.org", href: "#", usermeta: 1, data: { url: "x" } }];
  expect(safeSpec({ ...bars, data: { values: rows } })["data"]).toEqual({ values: rows });
  expect(safeSpec({ ...bars, data: { name: "rows" }, datasets: { rows } })["datasets"]).toEqual({ rows });
});

test.each([
  ["at the top", { ...bars, data: { url: "https://evil.example/rows.csv" } }],
  ["in a layer", { layer: [{ mark: "bar", data: { url: "rows.json" } }] }],
  [
    "in a lookup",
    { ...bars, transform: [{ lookup: "a", from: { key: "a", data: { url: "/api/v1/pipelines" } } }] },
  ],
  ["in a concatenation", { hconcat: [{ ...bars }, { mark: "geoshape", data: { url: "world.json" } }] }],
])("refuses data from elsewhere %s", (_, document) => {
  expect(refusal(document)).toBe("chart-loads-data");
});

test.each([
  ["null", null],
  ["a list", [bars]],
  ["text", "bar"],
  ["nothing to draw", { data: { values: [] } }],
  ["a Vega spec", { ...bars, $schema: "https://vega.github.io/schema/vega/v6.json" }],
  ["another schema", { ...bars, $schema: "https://evil.example/vega-lite/v6.json" }],
  ["a schema that is no text", { ...bars, $schema: { toString: "v6" } }],
  ["a future version", { ...bars, $schema: "https://vega.github.io/schema/vega-lite/v99.json" }],
  ["an image", { ...bars, mark: "image" }],
  ["an image with options", { layer: [{ mark: { type: "image", url: "https://evil.example/x.png" } }] }],
])("refuses %s", (_, document) => {
  expect(refusal(document)).toBe("chart-invalid");
});

test("holds huge sizes down, and refuses rows beyond number", () => {
  const huge = {
    ...bars,
    width: 1e9,
    height: { step: 1e9 },
    encoding: { x: { field: "a", bin: { maxbins: 1e12 } } },
  };
  expect(safeSpec(huge)).toMatchObject({
    width: 4000,
    height: { step: 400 },
    encoding: { x: { bin: { maxbins: 100_000 } } },
  });
  expect(refusal({ ...bars, data: { sequence: { start: 0, stop: 1e12 } } })).toBe("chart-too-large");
  expect(refusal({ ...bars, data: { sequence: { start: 0, stop: 1, step: 0 } } })).toBe("chart-too-large");
  expect(refusal({ ...bars, data: { sequence: { start: 0, stop: 100 } } })).toBe("none");
});
