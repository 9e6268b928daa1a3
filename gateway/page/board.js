// The panel below the board shows the feature that was chosen in it.
const board = document.querySelector("feature-board");
const panel = document.querySelector("feature-panel");

board?.addEventListener("featurescope-select", ({ detail }) => {
  panel.src = detail.href;
  panel.scrollIntoView({ block: "nearest" });
});
