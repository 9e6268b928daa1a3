import { expect, test } from "vitest";
import { panelDocuments } from "../feature-panel/documents.js";
import { PATIENT, showPanel, textOf } from "../feature-panel/show-panel.js";

test("a Chinese page never shows figures in English, though its words come in a file of their own", async () => {
  // All else is there before the words.
  await import("../../src/feature-panel/panel-view.js");
  const panel = showPanel({ data: { statistics: panelDocuments().statistics }, lang: "zh-CN" });
  const shown = new Set<string>();
  panel.addController({ hostUpdated: () => shown.add(textOf(panel, ".finding")) });
  await expect.poll(() => textOf(panel, ".finding"), PATIENT).not.toBe("");
  shown.delete("");
  expect([...shown]).toEqual([expect.stringMatching(/\p{Script=Han}/u)]);
});
