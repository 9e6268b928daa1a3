import { expect, test } from "vitest";
import { FeatureCompare } from "../../../src/feature-compare/feature-compare.js";
import { runDocuments } from "../two-runs.js";

customElements.define("feature-compare", FeatureCompare);

/** Five runs in a view, as soon as they are drawn. @returns finds what of it a selector names */
async function show(view: "rows" | "heat"): Promise<(selector: string) => HTMLElement[]> {
  const data = [3, 4, 5, 6, 9].map((month, i) =>
    runDocuments(month, [2000 - 200 * i, 1600, 1000, 400 + 200 * i, 20]),
  );
  const element = Object.assign(document.createElement("feature-compare"), { data, view });
  element.style.cssText = "width: 1100px; max-width: none";
  document.body.append(element);
  const all = (selector: string): HTMLElement[] => [
    ...element.renderRoot.querySelectorAll<HTMLElement>(selector),
  ];
  await expect.poll(() => all("tbody tr").length).toBe(5);
  return all;
}

test("the ticks of the rows' scales are told at their head, over the ticks of each row", async () => {
  const all = await show("rows");
  const labels = all("thead .scale text");
  expect(labels.map(({ textContent }) => textContent)).toEqual(["0.25", "0.10", "0"]);
  const ticks = all("tbody .scale .rule").slice(0, 2);
  for (const [i, tick] of ticks.toReversed().entries()) {
    const { left, width } = labels[i]!.getBoundingClientRect();
    expect(Math.abs(left + width / 2 - tick.getBoundingClientRect().left)).toBeLessThan(3);
  }
});

test("the index of each window stays in view where levels take more than the width, and covers them", async () => {
  const all = await show("heat");
  for (const head of all(".heat thead th").slice(1)) head.style.minWidth = "300px";
  const { right } = all(".scroll")[0]!.getBoundingClientRect();
  for (const cell of all(".heat .index")) {
    expect(Math.abs(cell.getBoundingClientRect().right - right)).toBeLessThan(3);
    expect(getComputedStyle(cell).backgroundColor).not.toBe("rgba(0, 0, 0, 0)");
  }
});

test("a window and its count of rows stay in one line where long names of levels take the width", async () => {
  const all = await show("heat");
  for (const head of all(".heat thead th").slice(1)) head.style.minWidth = "300px";
  expect(Math.max(...all(".heat tbody tr").map(({ clientHeight }) => clientHeight))).toBeLessThan(32);
});
