import { expect, test } from "vitest";
import { FeatureChart } from "../../src/feature-chart/feature-chart.js";

customElements.define("feature-chart", FeatureChart);

test("draws in a page that allows no generated code, no markup from text and no inline styles", async () => {
  // The module is fetched before: the test's own server is not what the policy is about.
  await import("../../src/feature-chart/draw-spec.js");
  const violations: string[] = [];
  document.addEventListener("securitypolicyviolation", (event) => violations.push(event.violatedDirective));
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "script-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'";
  document.head.append(policy);
  const element = Object.assign(document.createElement("feature-chart"), {
    data: {
      data: { values: [{ a: 1 }, { a: 2 }] },
      transform: [{ calculate: "datum.a * 2", as: "b" }],
      mark: { type: "point", tooltip: { content: "data" } },
      params: [{ name: "zoom", select: "interval", bind: "scales" }],
      encoding: { x: { field: "a", type: "quantitative" }, y: { field: "b", type: "quantitative" } },
    },
  });
  document.body.append(element);
  await expect
    .poll(() => element.renderRoot.querySelector("canvas")?.clientHeight, { timeout: 20_000 })
    .toBeGreaterThan(100);
  expect(violations).toEqual([]);
  expect(() => Object.assign(document.createElement("div"), { innerHTML: "<b>" })).toThrow(TypeError);
});
