import { expect, test } from "vitest";
import { defineElements } from "./define-elements.js";
import { panelDocuments } from "./feature-panel/documents.js";
import { faults } from "./page-faults.js";

defineElements();
const TAGS = ["feature-panel", "feature-trend", "feature-compare", "feature-board"];
const documents = panelDocuments();

function show(tag: string, properties: object): HTMLElement {
  const element = Object.assign(document.createElement(tag), properties);
  document.body.append(element);
  return element;
}

function offersRetry(element: HTMLElement): boolean {
  const buttons = element.shadowRoot!.querySelectorAll("button");
  return [...buttons].some(({ textContent }) => textContent.trim() === "retry");
}

const WRONG: readonly [string, unknown][] = [
  ["an object without anything", {}],
  ["a text", "rows"],
  ["other documents", { statistics: documents.distribution, distribution: documents.statistics }],
  ["a list of nothing", [{}]],
  ["a newer version", { statistics: { ...documents.statistics, schemaVersion: 99 }, schemaVersion: 99 }],
];

test.each(TAGS.flatMap((tag) => WRONG.map(([what, data]) => [tag, what, data] as const)))(
  "<%s> with %s in hand has a state that says so, and no error in the page",
  async (tag, _, data) => {
    const element = show(tag, { data });
    await expect.poll(() => offersRetry(element)).toBe(true);
    expect(faults).toEqual([]);
  },
);

test("a comparison with nothing in its list says that it is no report, and blames no gateway", async () => {
  const element = show("feature-compare", { data: [null] });
  await expect.poll(() => offersRetry(element)).toBe(true);
  expect(element.shadowRoot!.textContent).toContain("The answer is not a Featurescope report.");
});

test.each(TAGS)("<%s> with no address in src says so", async (tag) => {
  const element = show(tag, { src: "http://[" });
  await expect.poll(() => offersRetry(element)).toBe(true);
  expect(faults).toEqual([]);
});
