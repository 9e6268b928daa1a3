// The script of a report in one file: its board, and below it a panel for each feature whose documents are in the page.
import { FeatureBoard } from "../feature-board/feature-board.js";
import { FeaturePanel } from "../feature-panel/feature-panel.js";
import { setFetch } from "../fetch.js";
import { REPORT, answerFrom } from "./answer-from.js";

/** Panels that are drawn before they are on screen, so that they can be printed. */
const MOST_DRAWN = 60;

customElements.define("feature-board", FeatureBoard);
customElements.define("feature-panel", FeaturePanel);

const isChinese = /^zh/i.test(navigator.language);
if (isChinese) document.documentElement.lang = "zh-Hans";
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
const rest = document.createElement("p");
main.append(...panels.values(), rest);
board.addEventListener("featurescope-select", ({ detail }) => {
  (panels.get(detail.href) ?? rest).scrollIntoView();
});
board.addEventListener("featurescope-load", ({ target, detail }) => {
  const more = target === board && "list" in detail ? detail.list.features.length - panels.size : 0;
  if (more === 0) return;
  rest.textContent = isChinese
    ? `另外 ${more} 个特征只在上面的列表中：本文件不超过 2 MB，其余文档在报告目录里。`
    : `${more} more features are on the board only, as this file is kept below 2 MB; their documents are in the report's folder.`;
});

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
