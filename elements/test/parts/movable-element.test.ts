import { expect, test } from "vitest";
import { defineElements } from "../define-elements.js";
import { CREDIT, featureList } from "../feature-board/credit-list.js";
import { historyOf, panelDocuments } from "../feature-panel/documents.js";
import { faults } from "../page-faults.js";

defineElements();
const documents = panelDocuments();

/** All styles that a shadow root has, as text. */
function stylesOf(element: HTMLElement): string {
  const sheets = element.shadowRoot!.adoptedStyleSheets;
  return sheets.map(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText).join("\n")).join("\n");
}

function isDrawn({ shadowRoot }: HTMLElement): boolean {
  return shadowRoot!.querySelector(".finding, [data-key], canvas") !== null;
}

test.each([
  ["feature-panel", documents],
  ["feature-board", featureList(CREDIT)],
  ["feature-compare", [documents]],
])("<%s> keeps its styles in a document that it is moved to, and back", async (tag, data) => {
  const frame = document.createElement("iframe");
  document.body.append(frame);
  const element = Object.assign(document.createElement(tag), { data });
  document.body.append(element);
  await expect.poll(() => element.shadowRoot!.querySelector(".finding, [data-key]")).not.toBeNull();
  const before = stylesOf(element);
  expect(before).toContain(".frame");

  frame.contentDocument!.body.append(element);
  await expect.poll(() => stylesOf(element)).toContain(before);
  expect(getComputedStyle(element.shadowRoot!.querySelector(".frame")!).borderTopWidth).toBe("1px");

  document.body.append(element);
  await expect.poll(() => stylesOf(element)).toContain(before);
});

test.each([
  ["feature-panel", documents],
  ["feature-board", featureList(CREDIT)],
  ["feature-trend", { history: historyOf(documents) }],
  ["feature-compare", [documents]],
  ["feature-chart", { mark: "bar", data: { values: [] } }],
])(
  "<%s> made here and put straight into another document is drawn there, with all its styles",
  async (tag, data) => {
    const here = Object.assign(document.createElement(tag), { data });
    document.body.append(here);
    await expect.poll(() => isDrawn(here)).toBe(true);
    here.remove();

    const frame = document.createElement("iframe");
    // Not drawn: of what another document lays out, this one's observers of sizes hear too late, and say so in the console.
    frame.hidden = true;
    document.body.append(frame);
    const there = Object.assign(document.createElement(tag), { data });
    frame.contentDocument!.body.append(there);
    await expect.poll(() => isDrawn(there)).toBe(true);
    await expect.poll(() => stylesOf(there)).toBe(stylesOf(here));
    expect(faults).toEqual([]);
  },
);
