import { expect, test } from "vitest";
import "../feature-panel/show-panel.js";
import { FeatureMonitorPanel } from "../../src/feature-monitor-panel/feature-monitor-panel.js";
import { serve } from "../feature-panel/gateway.js";
import { PATIENT } from "../feature-panel/show-panel.js";

customElements.define("feature-monitor-panel", FeatureMonitorPanel);

function show(attributes: Record<string, string>): FeatureMonitorPanel {
  const element = document.createElement("feature-monitor-panel");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return element;
}

test("asks the gateway that served the script for the feature, by any name", async () => {
  const gateway = serve({});
  show({ "feature-name": "年龄/30 天" });
  const path = `/api/v1/features/${encodeURIComponent("年龄/30 天")}/statistics.json`;
  await expect.poll(() => gateway.asked, PATIENT).toContain(path);
});

test("asks another gateway where it is told to, and hands on the theme", async () => {
  const gateway = serve({});
  const element = show({ "feature-name": "user_age", "api-base": "https://gateway.example/", theme: "dark" });
  await element.updateComplete;
  const panel = element.renderRoot.querySelector("feature-panel")!;
  expect(panel.src).toBe("https://gateway.example/api/v1/features/user_age/");
  expect(panel.theme).toBe("dark");
  // Asked before the test ends, so not within the next.
  await expect.poll(() => gateway.asked.length, PATIENT).toBe(1);
});

test("asks nobody until it has a name", async () => {
  const gateway = serve({});
  const element = show({});
  await element.updateComplete;
  element.setAttribute("feature-name", "user_age");
  await expect
    .poll(() => gateway.asked, PATIENT)
    .toEqual([expect.stringContaining("/features/user_age/statistics.json")]);
});
