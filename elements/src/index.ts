import { FeatureMonitorPanel } from "./feature-monitor-panel/feature-monitor-panel.js";
import { FeaturePanel } from "./feature-panel/feature-panel.js";

export type { Fetch } from "./fetch.js";
export { setFetch } from "./fetch.js";
export { FeatureMonitorPanel, FeaturePanel };
export type { BoardLoadEvent } from "./feature-board/board-load-event.js";
export type { FeatureBoard } from "./feature-board/feature-board.js";
export type { FeatureSelectEvent, SelectedFeature } from "./feature-board/feature-select-event.js";
export type { ChartLoadEvent } from "./feature-chart/chart-load-event.js";
export type { FeatureChart } from "./feature-chart/feature-chart.js";
export type { FeatureCompare } from "./feature-compare/feature-compare.js";
export { FeatureBinEvent, FeatureErrorEvent, FeatureLoadEvent } from "./feature-panel/panel-events.js";
export type { PanelData } from "./feature-panel/panel-data.js";
export type { FeatureTrend } from "./feature-trend/feature-trend.js";
export type { RunSelectEvent, SelectedRun, SpanSelectEvent } from "./feature-trend/trend-events.js";
export type { Listen } from "./listen.js";

/** Defines a tag, unless the page has one of that name. */
function define(tag: string, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}

define("feature-panel", FeaturePanel);
define("feature-monitor-panel", FeatureMonitorPanel);

/**
 * Elements with a file of their own, so that a page with one panel does not wait for them: fetched at once where the page
 * has such a tag, else when the browser has nothing better to do, or after a while where it always has. Tags that come later,
 * in any shadow root, are upgraded then as well.
 */
const others: Record<string, () => Promise<CustomElementConstructor>> = {
  "feature-board": async () => (await import("./feature-board/feature-board.js")).FeatureBoard,
  "feature-chart": async () => (await import("./feature-chart/feature-chart.js")).FeatureChart,
  "feature-compare": async () => (await import("./feature-compare/feature-compare.js")).FeatureCompare,
  "feature-trend": async () => (await import("./feature-trend/feature-trend.js")).FeatureTrend,
};

/** In milliseconds: a busy page never idles. */
const LONGEST_WAIT = 2000;

for (const [tag, load] of Object.entries(others)) {
  const fetchIt = (wait = 1000): void =>
    void load().then(
      (element) => define(tag, element),
      () => {
        if (navigator.onLine) setTimeout(fetchIt, wait, 2 * wait);
        else addEventListener("online", () => fetchIt(), { once: true });
      },
    );
  if (document.querySelector(tag)) fetchIt();
  else {
    setTimeout(fetchIt, LONGEST_WAIT);
    globalThis.requestIdleCallback?.(() => fetchIt());
  }
}
