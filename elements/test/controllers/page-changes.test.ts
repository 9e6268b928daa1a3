import { expect, test } from "vitest";
import { defineElements } from "../define-elements.js";
import { CREDIT, featureList } from "../feature-board/credit-list.js";
import { panelDocuments } from "../feature-panel/documents.js";

defineElements();
const CHINESE = /\p{Script=Han}/u;
const documents = panelDocuments();

test.each([
  ["feature-panel", documents],
  ["feature-board", featureList(CREDIT)],
])("<%s> follows the language that a part of the page takes on late", async (tag, data) => {
  const part = document.body.appendChild(document.createElement("main"));
  const hidden = part.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  const elements = [part, hidden].map((place) =>
    place.appendChild(Object.assign(document.createElement(tag), { data })),
  );
  const said = (): boolean[] =>
    elements.map(({ shadowRoot }) => CHINESE.test(shadowRoot!.querySelector("footer")?.textContent ?? ""));
  const isDrawn = (): boolean => elements.every(({ shadowRoot }) => shadowRoot!.querySelector("footer"));
  await expect.poll(isDrawn).toBe(true);
  expect(said()).toEqual([false, false]);
  part.lang = "zh";
  await expect.poll(said).toEqual([true, true]);
  part.lang = "en";
  await expect.poll(said).toEqual([false, false]);
});
