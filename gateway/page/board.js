// Below the board is the feature that the page's address names, or that is selected in the board: its first row, until a reader selects
// another. It runs before the elements are defined, so that the panel never begins with another feature.
import { featureViews } from "./views.js";

const board = document.querySelector("feature-board");

if (board !== null) {
  const views = featureViews(document.querySelector("feature-panel"), document.querySelector(".views"));
  const named = location.hash.slice(1);
  if (named !== "") views.show(new URL(`${board.getAttribute("src")}/${named}/`, document.baseURI).href);
  for (const end of ["featurescope-load", "featurescope-error"])
    board.addEventListener(end, () => board.setAttribute("data-settled", ""));
  board.addEventListener("featurescope-load", ({ detail }) => {
    if (detail.list.features.some(({ recent }) => recent.runs.length > 1)) views.allowCompare();
  });
  board.addEventListener("featurescope-select", ({ detail }) => {
    const shown = views.show(detail.href);
    if (location.hash !== "") shown.scrollIntoView({ block: "nearest" });
  });
}
