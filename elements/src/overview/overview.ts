// The script of a report in one file: its board, and below it a panel for each feature whose documents are in the page.
import { FeatureBoard } from "../feature-board/feature-board.js";
import { FeaturePanel } from "../feature-panel/feature-panel.js";
import { setFetch } from "../fetch.js";
import { REPORT, answerFrom } from "./answer-from.js";

/** Panels that are drawn before they are on screen, so that they can be printed. */
const MOST_DRAWN = 60;

customElements.define("feature-board", FeatureBoard);
customElements.define("feature-panel", FeaturePanel);

if (/^zh/i.test(navigator.language)) document.documentElement.lang = "zh-Hans";
const files = JSON.parse(document.querySelector("#files")!.textContent) as Record<string, string>;
setFetch(answerFrom(files));

const main = document.querySelector("main")!;
const board = document.createElement("feature-board");
board.src = `${REPORT}manifest.json`;
main.append(board);

const panels = new Map(
  Object.keys(files).flatMap((path) => {
    const folder = /^(.+\/)statistics\.json$/.exec(path)?.[1];
    if (folder === undefined) return [];
    const panel = document.createElement("feature-panel");
    panel.src = REPORT + folder;
    return [[panel.src, panel] as const];
  }),
);
main.append(...panels.values());
board.addEventListener("featurescope-select", ({ detail }) => panels.get(detail.href)?.scrollIntoView());

for (const panel of [...panels.values()].slice(0, MOST_DRAWN)) {
  panel.addEventListener(
    "featurescope-load",
    () => {
      panel.seen.near = panel.seen.onScreen = true;
      panel.requestUpdate();
    },
    { once: true },
  );
}
