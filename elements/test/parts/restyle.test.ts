import { expect, test } from "vitest";
import { defineElements } from "../define-elements.js";
import { CREDIT, featureList } from "../feature-board/credit-list.js";
import { panelDocuments } from "../feature-panel/documents.js";

defineElements();
const documents = panelDocuments();

/** All styles that a shadow root has, as text. */
function stylesOf(element: HTMLElement): string {
  const sheets = element.shadowRoot!.adoptedStyleSheets;
  return sheets.map(({ cssRules }) => Array.from(cssRules, ({ cssText }) => cssText).join("\n")).join("\n");
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
