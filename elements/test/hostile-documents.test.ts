import { expect, test } from "vitest";
import { setFetch } from "../src/fetch.js";
import { defineElements } from "./define-elements.js";
import { CREDIT, featureList } from "./feature-board/credit-list.js";
import { historyOf, panelDocuments } from "./feature-panel/documents.js";
import { faults } from "./page-faults.js";

const PATIENT = { timeout: 15_000 };
const TAGS = defineElements();

const FOLDER = "/api/v1/features/loan_amount/";
const MARKUP = '<img src="x" onerror="document.title = \'taken\'"><script>document.title = "taken"</script>';
const documents = panelDocuments();
const good = {
  "statistics.json": documents.statistics,
  "distribution.json": documents.distribution,
  history: historyOf(documents),
  features: featureList(CREDIT),
  "chart.vl.json": {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    title: "Rows",
    data: { values: [{ level: "a", rows: 3 }] },
    mark: "bar",
    encoding: { x: { field: "rows", type: "quantitative" }, y: { field: "level", type: "nominal" } },
  },
};

/** A document with each text, and each number, made another. */
function changed(value: unknown, change: (leaf: unknown, name: string) => unknown, name = ""): unknown {
  if (Array.isArray(value)) return value.map((each) => changed(each, change, name));
  if (typeof value !== "object" || value === null) return change(value, name);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, changed(each, change, key)]));
}

function answer(documentOf: (name: keyof typeof good) => unknown): void {
  setFetch(async (address) => {
    const name = new URL(address).pathname.split("/").at(-1) ?? "";
    return name in good
      ? Response.json(documentOf(name as keyof typeof good))
      : new Response("", { status: 404 });
  });
}

/** Shows an element and waits until it loaded or failed. */
async function show(tag: string): Promise<{ element: HTMLElement; failed: boolean }> {
  const element = document.createElement(tag);
  element.setAttribute("src", tag === "feature-board" ? "/api/v1/features" : FOLDER);
  element.setAttribute("feature-name", "loan_amount");
  element.setAttribute("api-base", location.origin);
  const events: string[] = [];
  for (const type of ["featurescope-load", "featurescope-error"])
    element.addEventListener(type, () => events.push(type));
  document.body.append(element);
  await expect.poll(() => events.length, PATIENT).toBeGreaterThan(0);
  await new Promise((resolve) => setTimeout(resolve, 50));
  return { element, failed: events[0] === "featurescope-error" };
}

/** All elements inside, across shadow roots. */
function* inside(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll("*")) {
    yield element;
    if (element.shadowRoot) yield* inside(element.shadowRoot);
  }
}

function textIn(element: HTMLElement): string {
  const roots = [element, ...inside(element.shadowRoot!)].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return roots.map((root) => root.querySelector("article")?.textContent ?? "").join(" ");
}

function labelsIn(element: HTMLElement): string {
  return [...inside(element.shadowRoot!)].map((each) => each.getAttribute("aria-label") ?? "").join(" ");
}

const NAMES = new Set([
  "feature",
  "name",
  "en",
  "zh-Hans",
  "unit",
  "source",
  "note",
  "title",
  "level",
  "value",
  "pipeline",
]);

/** In a document of figures, `name` names a metric. */
function isName(field: string, file: string): boolean {
  return NAMES.has(field) && (field !== "name" || file === "features");
}

test.each(TAGS)("%s shows markup in names, titles and levels as text", async (tag) => {
  const { title } = document;
  answer((name) =>
    changed(good[name], (leaf, field) => (typeof leaf === "string" && isName(field, name) ? MARKUP : leaf)),
  );
  const { element, failed } = await show(tag);
  expect(failed).toBe(false);
  expect(
    [...inside(element.shadowRoot!)].filter(({ localName }) => /^(img|script|iframe)$/.test(localName)),
  ).toEqual([]);
  await expect.poll(() => textIn(element) + labelsIn(element), PATIENT).toContain("<img src=");
  expect(document.title).toBe(title);
  expect(faults).toEqual([]);
});

test.each(TAGS.filter((tag) => tag !== "feature-chart"))(
  "%s says that a newer writer's documents cannot be read",
  async (tag) => {
    answer((name) => ({ ...good[name], schemaVersion: 99 }));
    const { element, failed } = await show(tag);
    expect(failed).toBe(true);
    await expect.poll(() => textIn(element), PATIENT).toContain("newer Featurescope");
    expect(faults).toEqual([]);
  },
);

test.each(TAGS)("%s says what is wrong with documents that lack parts, or are none", async (tag) => {
  for (const document of [{ schemaVersion: 1 }, null, [], "text", { schemaVersion: "1" }, 12]) {
    answer(() => document);
    const { element, failed } = await show(tag);
    expect([document, failed]).toEqual([document, true]);
    expect(textIn(element).trim().length).toBeGreaterThan(20);
    element.remove();
  }
  expect(faults).toEqual([]);
});

test.each(TAGS)("%s bears huge numbers", async (tag) => {
  const huge = new Set([
    "mean",
    "std",
    "min",
    "max",
    "p25",
    "p50",
    "p75",
    "value",
    "rows",
    "count",
    "noiseBound",
    "populationStabilityIndex",
    "importance",
  ]);
  answer((name) =>
    changed(good[name], (leaf, field) =>
      typeof leaf === "number" && huge.has(field) ? Number.MAX_SAFE_INTEGER : leaf,
    ),
  );
  const { element } = await show(tag);
  expect(textIn(element)).not.toMatch(/NaN|undefined|\[object/);
  expect(faults).toEqual([]);
});
