import { FeatureBoard } from "../src/feature-board/feature-board.js";
import { FeatureChart } from "../src/feature-chart/feature-chart.js";
import { FeatureCompare } from "../src/feature-compare/feature-compare.js";
import { FeatureMonitorPanel } from "../src/feature-monitor-panel/feature-monitor-panel.js";
import { FeaturePanel } from "../src/feature-panel/feature-panel.js";
import { FeatureTrend } from "../src/feature-trend/feature-trend.js";

const ELEMENTS = {
  "feature-panel": FeaturePanel,
  "feature-board": FeatureBoard,
  "feature-trend": FeatureTrend,
  "feature-compare": FeatureCompare,
  "feature-chart": FeatureChart,
  "feature-monitor-panel": FeatureMonitorPanel,
};

/** Defines every element of the family in the page, and gives their tags. */
export function defineElements(): string[] {
  for (const [tag, element] of Object.entries(ELEMENTS)) customElements.define(tag, element);
  return Object.keys(ELEMENTS);
}
