import { View, parse, type Runtime, type Spec } from "vega";
import { expect, test } from "vitest";
import { compiledExpressions } from "../../scripts/compiled-expressions.js";
import { sharedText } from "../../scripts/shared-text.js";
import { readyExpressions } from "../../src/charts/ready-expressions.js";

const spec: Spec = {
  width: 100,
  height: 60,
  signals: [
    { name: "shift", value: 3 },
    { name: "double", update: "shift * 2" },
  ],
  data: [
    {
      name: "rows",
      values: [{ a: 1 }, { a: 4 }, { a: null }],
      transform: [{ type: "formula", as: "b", expr: "isValid(datum.a) ? datum.a + double : 0" }],
    },
  ],
  scales: [{ name: "x", domain: { data: "rows", field: "b" }, range: "width" }],
  marks: [
    {
      type: "rect",
      from: { data: "rows" },
      encode: {
        update: {
          x: { signal: "scale('x', datum.b)" },
          x2: { scale: "x", value: 0 },
          y: { signal: "inrange(datum.a, [0, 2]) ? 10 : shift" },
          height: { value: 5 },
          fill: { value: "red" },
        },
      },
    },
  ],
};

/** A dataflow as the module that the build writes it to. */
async function written(runtime: Runtime): Promise<Runtime> {
  const { constants, expression } = sharedText(compiledExpressions(runtime));
  const code = `${constants}\nexport default ${expression};`;
  const module: { default: Runtime } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  );
  return module.default;
}

async function drawn(view: View): Promise<string> {
  const before = await view.toSVG();
  return before + (await view.signal("shift", 7).toSVG());
}

test("a dataflow of functions draws what Vega draws from the expressions", async () => {
  const ready = new View(await written(parse(spec)), { expr: readyExpressions });
  expect(await drawn(ready)).toBe(await drawn(new View(parse(spec))));
});

test("refuses a dataflow that answers to events: its expressions would be none of these", () => {
  const answering: Spec = { signals: [{ name: "at", on: [{ events: "click", update: "x()" }] }] };
  expect(() => compiledExpressions(parse(answering))).toThrow("answers to events");
});
