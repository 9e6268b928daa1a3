import { expect, test, vi } from "vitest";
import { inTurn } from "../../src/controllers/in-turn.js";
import { setFetch } from "../../src/fetch.js";
import { panelDocuments } from "./documents.js";
import { LateAnswer, json, serve } from "./gateway.js";
import { PATIENT, showPanel, textOf } from "./show-panel.js";

const { statistics } = panelDocuments();
const folderOf = (i: number): string => `/api/v1/pipelines/credit/features/feature_${i}/`;

/** Work that takes longer than pieces may take together in a task. */
function heavy(): void {
  const end = performance.now() + 20;
  while (performance.now() < end);
}

test("frames of many panels wait until the page has had its turn, and none is on screen before", async () => {
  const observed = vi.spyOn(IntersectionObserver.prototype, "observe");
  serve({ [`${folderOf(0)}statistics.json`]: json(statistics) });
  const before = inTurn(heavy);
  const panel = showPanel({ src: folderOf(0) });
  await before;
  expect(panel.renderRoot.childElementCount).toBe(0);
  expect(observed).not.toHaveBeenCalled();
  await panel.updateComplete;
  expect(textOf(panel, "h2")).toBe("feature_0");
  await expect.poll(() => panel.seen.onScreen, PATIENT).toBe(true);
  observed.mockRestore();
});

test("of many panels each asks for its figures as soon as its frame is drawn", async () => {
  const log: string[] = [];
  setFetch(async (address) => {
    log.push(`asks ${address.split("/").at(-2)}`);
    return json(statistics)();
  });
  void inTurn(heavy);
  const panels = [1, 2].map((i) => showPanel({ src: folderOf(i) }));
  for (const panel of panels) {
    panel.addController({ hostUpdated: () => log.push(`draws ${panel.src.split("/").at(-2)}`) });
  }
  await expect.poll(() => textOf(panels[1]!, ".badge"), PATIENT).toContain("PSI");
  expect(log.slice(0, 4)).toEqual(["draws feature_1", "asks feature_1", "draws feature_2", "asks feature_2"]);
});

test("formats of numbers are made before the figures are drawn, whatever else waits", async () => {
  const answer = new LateAnswer();
  setFetch(async () => (await answer.answer)());
  const panel = Object.assign(showPanel({ src: folderOf(1) }), { lang: "zh" });
  await expect.poll(() => panel.seen.onScreen, PATIENT).toBe(true);
  const log: string[] = [];
  const { NumberFormat } = Intl;
  const made = vi.spyOn(Intl, "NumberFormat").mockImplementation(function (...given) {
    log.push("format");
    return new NumberFormat(...given);
  });
  panel.addController({ hostUpdate: () => log.push("draws") });
  const others = [inTurn(heavy), inTurn(heavy), inTurn(heavy)];
  answer.give(json(statistics));
  await expect.poll(() => textOf(panel, ".badge"), PATIENT).toContain("PSI");
  await Promise.all(others);
  made.mockRestore();
  expect(log[0]).toBe("format");
});
