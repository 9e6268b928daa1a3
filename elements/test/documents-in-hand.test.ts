import { expect, test } from "vitest";
import { defineElements } from "./define-elements.js";
import { panelDocuments } from "./feature-panel/documents.js";
import { faults } from "./page-faults.js";

const ALL = defineElements();
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

/** The element's own content, and that of an element inside it. */
function contentOf({ shadowRoot }: HTMLElement): ShadowRoot {
  return shadowRoot!.querySelector("feature-panel")?.shadowRoot ?? shadowRoot!;
}

test.each(ALL)("<%s> with nothing to show is an empty frame that waits for nothing", async (tag) => {
  const element = show(tag, {});
  const nothing = (): void => {
    const content = contentOf(element);
    expect(content.querySelectorAll('[aria-busy="true"], h2, .bar, .wait, [role]')).toHaveLength(0);
    expect(content.querySelector(".frame")!.textContent.trim()).toBe("");
    expect(content.querySelector<HTMLElement>(".frame")!.offsetHeight).toBeLessThan(100);
  };
  await expect.poll(nothing).toBeUndefined();
  await import("../src/feature-panel/panel-view.js");
  const source = tag === "feature-monitor-panel" ? "featureName" : "src";
  Object.assign(element, { [source]: "http://[" });
  await expect.poll(() => contentOf(element).textContent.trim()).not.toBe("");
  Object.assign(element, { [source]: "" });
  await expect.poll(nothing).toBeUndefined();
});

test.each(TAGS)("<%s> with no address in src says so", async (tag) => {
  const element = show(tag, { src: "http://[" });
  await expect.poll(() => offersRetry(element)).toBe(true);
  expect(faults).toEqual([]);
});
