// What is shown of the feature that is selected in the board: its report, its trend, or its run beside the one before. The page's address
// keeps which, as `view`, and a run that was chosen on the trend, as `run`; the newest has none.
const ELEMENTS = new Map([
  ["trend", "feature-trend"],
  ["compare", "feature-compare"],
]);

/** `…/features/age/` → `…/runs/<run>/features/age/`. */
const inRun = (feature, run) =>
  feature.replace(/\/features\/[^/]+\/$/, (end) => `/runs/${encodeURIComponent(run)}${end}`);

/**
 * Lets a reader choose between the views of a feature. A view's element is made when it is asked for, and the panel has an address
 * only once it is seen.
 */
export function featureViews(panel, tools) {
  const elements = new Map([["report", panel]]);
  const ofRun = tools.querySelector("[data-run]");
  let feature = null;

  function make(view) {
    const element = document.createElement(ELEMENTS.get(view));
    element.setAttribute("live", "");
    // Who chooses a run wants to see its report.
    if (view === "trend")
      element.addEventListener("featurescope-select", ({ detail }) =>
        choose({ view: null, run: detail.run }),
      );
    panel.after(element);
    elements.set(view, element);
    return element;
  }

  function render() {
    const asked = new URLSearchParams(location.search);
    const run = asked.get("run");
    const view = ELEMENTS.has(asked.get("view")) ? asked.get("view") : "report";
    for (const button of tools.querySelectorAll("[data-view]"))
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    ofRun.hidden = run === null;
    ofRun.querySelector("b").textContent = run;
    const shown = elements.get(view) ?? make(view);
    for (const element of elements.values()) element.hidden = element !== shown;
    const address = run === null ? feature : inRun(feature, run);
    if (shown.getAttribute("src") !== address) shown.setAttribute("src", address);
    return shown;
  }

  function keep(changes) {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) address.searchParams.delete(name);
      else address.searchParams.set(name, value);
    }
    history.replaceState(history.state, "", address);
    render();
  }

  /** What a reader chose with may be hidden by it, and would take the focus along. */
  function choose(changes) {
    keep(changes);
    tools.querySelector('[aria-pressed="true"]').focus({ preventScroll: true });
  }

  tools.addEventListener("click", ({ target }) => {
    const view = target.dataset.view;
    if (view !== undefined) choose({ view: view === "report" ? null : view });
    else if (target.closest("[data-run] button") !== null) choose({ run: null });
  });

  return {
    /** To be called when there is a run before the newest. */
    allowCompare() {
      const button = tools.querySelector("[data-view=compare]");
      button.disabled = false;
      button.removeAttribute("title");
    },
    /**
     * Shows another feature, of its newest run unless the address says otherwise when the page opens.
     * @param address of its folder, absolute
     * @returns the element that shows it
     */
    show(address) {
      const isAnother = feature !== null && feature !== address;
      feature = address;
      if (isAnother) keep({ run: null });
      return render();
    },
  };
}
