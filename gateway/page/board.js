// The panel below the board shows the feature that the page's address names, or that is selected in the board: its first row, until
// a reader selects another. It runs before the elements are defined, so that the panel never begins with another feature.
const board = document.querySelector("feature-board");
const panel = document.querySelector("feature-panel");

function show(address) {
  const shown = panel.getAttribute("src");
  if (shown === null || new URL(shown, document.baseURI).href !== address) panel.setAttribute("src", address);
}

if (board !== null && panel !== null) {
  const named = location.hash.slice(1);
  if (named !== "") show(new URL(`${board.getAttribute("src")}/${named}/`, document.baseURI).href);
  for (const end of ["featurescope-load", "featurescope-error"])
    board.addEventListener(end, () => board.setAttribute("data-settled", ""));
  board.addEventListener("featurescope-select", ({ detail }) => {
    show(detail.href);
    if (location.hash !== "") panel.scrollIntoView({ block: "nearest" });
  });
}
