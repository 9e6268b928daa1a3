import { expect, test } from "vitest";
import { historyOf, panelDocuments } from "./documents.js";
import { LateAnswer, json, serve } from "./gateway.js";
import { PATIENT, chartOf, showPanel, textOf } from "./show-panel.js";

const FOLDER = "/api/v1/pipelines/credit/features/loan_amount/";
const OTHER = "/api/v1/pipelines/credit/features/other/";
const documents = panelDocuments();

test("a panel taken out of the page asks for nothing more, and goes on when it is put back", async () => {
  const late = new LateAnswer();
  const gateway = serve({
    [`${FOLDER}statistics.json`]: late.answer,
    [`${FOLDER}distribution.json`]: json(documents.distribution),
    [`${FOLDER}history`]: json(historyOf(documents)),
    [`${OTHER}statistics.json`]: json(documents.statistics),
    [`${OTHER}distribution.json`]: json(documents.distribution),
  });
  const asked = () => gateway.asked.filter((path) => path.startsWith(FOLDER));
  const panel = showPanel({ src: FOLDER });
  await expect.poll(() => panel.seen.onScreen && gateway.asked.length, PATIENT).toBe(1);
  panel.remove();
  const loaded = new Promise((resolve) =>
    panel.addEventListener("featurescope-load", resolve, { once: true }),
  );
  late.give(json(documents.statistics));
  await loaded;
  // One that is in the page is drawn meanwhile; this one would have asked sooner.
  const other = showPanel({ src: OTHER });
  await expect.poll(() => chartOf(other), PATIENT).not.toBeNull();
  expect(asked()).toEqual([`${FOLDER}statistics.json`]);

  document.body.append(panel);
  await expect.poll(() => chartOf(panel), PATIENT).not.toBeNull();
  await expect.poll(() => textOf(panel, ".trend"), PATIENT).toContain("PSI, last 12 runs");
  expect(
    asked()
      .filter((path) => !path.endsWith("chart.png"))
      .toSorted(),
  ).toEqual(["distribution.json", "history", "statistics.json"].map((file) => FOLDER + file));
});
