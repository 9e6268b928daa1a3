import { afterEach, expect, test } from "vitest";
import { FeatureCompare } from "../../src/feature-compare/feature-compare.js";
import { setFetch } from "../../src/fetch.js";
import { type Counts, runDocuments } from "./two-runs.js";

customElements.define("feature-compare", FeatureCompare);

const [SPRING, AUTUMN]: Counts[] = [
  [2000, 1600, 1000, 400, 20],
  [900, 1300, 1500, 1300, 80],
];
const spring = runDocuments(4, SPRING!);
const autumn = runDocuments(9, AUTUMN!);

afterEach(() => {
  document.body.replaceChildren();
  setFetch();
});

function compare(properties: Partial<FeatureCompare>): FeatureCompare {
  const element = Object.assign(document.createElement("feature-compare"), properties);
  element.style.width = "1100px";
  document.body.append(element);
  return element;
}

function text(element: FeatureCompare, selector: string): string {
  return (element.renderRoot.querySelector(selector)?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
}

test("says how far the run moved from its base, by their windows", async () => {
  const element = compare({ data: [autumn, spring] });
  await expect.poll(() => text(element, ".badge")).toContain("shifted");
  expect(text(element, ".runs")).toBe("Sep 2026 n = 5,080 Apr 2026 n = 5,020 base");
  expect(text(element, "thead")).toContain("Sep 2026 Apr 2026 Δ");
  expect(text(element, ".finding")).toContain("Higher");
  expect(text(element, ".remark")).toContain("the index is comparable");
});

test("draws both over one axis", async () => {
  const element = compare({ data: [autumn, spring] });
  await expect
    .poll(() => element.renderRoot.querySelectorAll(".zone canvas").length, { timeout: 15_000 })
    .toBe(1);
  const chart = element.renderRoot.querySelector(".live")!;
  expect(chart.getAttribute("role")).toBe("slider");
  chart.dispatchEvent(new KeyboardEvent("keydown", { key: "Home", bubbles: true }));
  await expect.poll(() => chart.getAttribute("aria-valuetext")).toContain("Apr");
});

test("shows the frozen bins when asked", async () => {
  const element = compare({ data: [autumn, spring] });
  await expect.poll(() => text(element, "footer")).toContain("data table");
  [...element.renderRoot.querySelectorAll<HTMLElement>("footer button")].at(-1)!.click();
  await element.updateComplete;
  expect(element.renderRoot.querySelectorAll(".data tbody tr").length).toBeGreaterThanOrEqual(5);
});

test("tells no index across references, and draws each run by itself where they share no axis", async () => {
  const other = runDocuments(4, SPRING!, { referenceId: "cd", edges: [0, 20, 40, 60, 80] });
  const element = compare({ data: [autumn, other] });
  await expect.poll(() => text(element, ".badge")).toBe("index not comparable");
  expect(element.renderRoot.querySelectorAll(".zone")).toHaveLength(2);
  expect(text(element, ".finding")).toContain("different references");
  expect(text(element, "tbody")).not.toBe("");
});

test("loads both runs, each from its own folder", async () => {
  const asked: string[] = [];
  setFetch(async (address) => {
    asked.push(new URL(address).pathname);
    const { statistics, distribution } = address.includes("/spring/") ? spring : autumn;
    return Response.json(address.endsWith("statistics.json") ? statistics : distribution);
  });
  const element = compare({
    src: "/runs/autumn/features/loan_amount",
    against: "/runs/spring/features/loan_amount/",
  });
  await expect.poll(() => text(element, ".badge")).toContain("shifted");
  expect(asked.toSorted()).toEqual(
    ["autumn", "spring"].flatMap((run) =>
      ["distribution.json", "statistics.json"].map((file) => `/runs/${run}/features/loan_amount/${file}`),
    ),
  );
});

test("says why there is nothing to compare, and tries again when asked", async () => {
  setFetch(async () => new Response("", { status: 404 }));
  const element = compare({ src: "/a/", against: "/b/" });
  await expect.poll(() => text(element, "[role=alert]")).toContain("no report at this address");
  setFetch(async (address) =>
    Response.json(address.endsWith("statistics.json") ? spring.statistics : spring.distribution),
  );
  element.renderRoot.querySelector("button")!.click();
  await expect.poll(() => text(element, ".badge")).toContain("stable");
});
