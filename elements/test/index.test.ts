import { expect, test } from "vitest";

class Taken extends HTMLElement {}
customElements.define("feature-monitor-panel", Taken);

test("defines every tag, and leaves alone what the page has", async () => {
  const { FeaturePanel } = await import("../src/index.js");
  expect(customElements.get("feature-panel")).toBe(FeaturePanel);
  expect(customElements.get("feature-monitor-panel")).toBe(Taken);
  await Promise.all(["feature-board", "feature-compare"].map((tag) => customElements.whenDefined(tag)));
});
