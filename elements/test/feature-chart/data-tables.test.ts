import { render } from "lit";
import { expect, test } from "vitest";
import { chartWords } from "../../src/feature-chart/chart-words.js";
import { dataTables, inlineData } from "../../src/feature-chart/data-tables.js";
import { safeSpec } from "../../src/feature-chart/safe-spec.js";
import { en } from "../../src/words/en.js";

const layered = {
  datasets: { bins: [{ low: 0, share: 0.5 }], none: [] },
  layer: [
    { mark: "bar", data: { name: "bins" } },
    { mark: "rule", data: { values: [3, null] } },
  ],
};

test("finds every row inside a spec, wherever it stands", () => {
  expect(inlineData(layered)).toEqual([
    { name: "bins", rows: [{ low: 0, share: 0.5 }] },
    { name: "", rows: [3, null] },
  ]);
});

function draw(document: unknown): HTMLElement {
  const place = globalThis.document.createElement("div");
  render(dataTables(safeSpec(document), "en", chartWords(en)), place);
  return place;
}

test("shows rows as tables, as text, under the names of their fields", () => {
  const rows = [
    { level: "<b>a</b>", n: 3 },
    { level: null, share: 0.25 },
  ];
  const place = draw({ mark: "bar", data: { values: rows } });
  expect([...place.querySelectorAll("th")].map((head) => head.textContent)).toEqual(["level", "n", "share"]);
  expect([...place.querySelectorAll("td")].map((cell) => cell.textContent)).toEqual([
    "<b>a</b>",
    "3",
    "",
    "null",
    "",
    "0.25",
  ]);
  expect(place.querySelector("b")).toBeNull();
});

test("says where it does not show all rows", () => {
  const values = Array.from({ length: 1200 }, (_, row) => ({ row }));
  const place = draw({ mark: "bar", data: { values } });
  expect(place.querySelectorAll("tbody tr")).toHaveLength(200);
  expect(place.querySelector("caption")!.textContent.trim()).toBe("first 200 of 1,200 rows");
});
