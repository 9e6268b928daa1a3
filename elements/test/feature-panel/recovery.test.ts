import { expect, test } from "vitest";
import { featureList } from "../feature-board/credit-list.js";
import { panelDocuments } from "./documents.js";
import { json, problem, serve } from "./gateway.js";
import { buttonOf, showPanel, textOf, PATIENT } from "./show-panel.js";

const { statistics } = panelDocuments();
const names = ["user_age", "channel", "loan_amount", "loan_count"];
const FEATURES = "/api/v1/pipelines/credit/features";

test("a name that the run lacks: the nearest are offered, and shown when chosen", async () => {
  serve({
    [FEATURES]: json(featureList(names.map((name) => ({ name, index: 0.1 })))),
    [`${FEATURES}/loan_amout/statistics.json`]: problem("unknown-feature", 404, "found loan_amout"),
    [`${FEATURES}/loan_amount/statistics.json`]: json(statistics),
  });
  const panel = showPanel({ src: `${FEATURES}/loan_amout` });
  await expect.poll(() => textOf(panel, ".nearest"), PATIENT).toMatch(/^nearest names loan_amount /);
  expect(panel.renderRoot.querySelectorAll(".nearest button").length).toBeLessThanOrEqual(3);
  panel.renderRoot.querySelector<HTMLButtonElement>(".nearest button")!.click();
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("shifted PSI 0.47");
});

test("without a list of features there is nothing to offer", async () => {
  const gateway = serve({ "/reports/features/age/statistics.json": problem("not-found", 404, "no") });
  const panel = showPanel({ src: "/reports/features/age/" });
  await expect.poll(() => gateway.asked, PATIENT).toContain("/reports/manifest.json");
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("not loaded");
  expect(panel.renderRoot.querySelector(".nearest")).toBeNull();
});

test("says how often it asked in vain, and goes on showing that while it asks again", async () => {
  serve({ "/a/statistics.json": problem("store-unreachable", 503, "away") });
  const panel = showPanel({ src: "/a" });
  await expect
    .poll(() => textOf(panel, ".attempts"), PATIENT)
    .toMatch(/^1 attempt, the last at .*\. Next at /);
  buttonOf(panel, "retry").click();
  await panel.updateComplete;
  expect(textOf(panel, ".badge")).toBe("not loaded");
  await expect.poll(() => textOf(panel, ".attempts"), PATIENT).toMatch(/^2 attempts, /);
  serve({ "/a/statistics.json": json(statistics) });
  buttonOf(panel, "retry").click();
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("shifted PSI 0.47");
});

test("once retry has brought figures, its focus is on the panel's first control", async () => {
  serve({ "/a/statistics.json": problem("store-unreachable", 503, "away") });
  const panel = showPanel({ src: "/a" });
  await expect.poll(() => textOf(panel, ".attempts"), PATIENT).toMatch(/^1 attempt/);
  serve({ "/a/statistics.json": json(statistics) });
  const retry = buttonOf(panel, "retry");
  retry.focus();
  retry.click();
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toBe("shifted PSI 0.47");
  await panel.updateComplete;
  const focused = panel.shadowRoot!.activeElement;
  expect(focused).not.toBeNull();
  expect(focused).toBe(panel.renderRoot.querySelector("button:enabled"));
});
