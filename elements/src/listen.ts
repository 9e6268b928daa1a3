import type { BoardLoadEvent } from "./feature-board/board-load-event.js";
import type { FeatureSelectEvent } from "./feature-board/feature-select-event.js";
import type { ChartLoadEvent } from "./feature-chart/chart-load-event.js";
import type { FeatureBinEvent, FeatureErrorEvent, FeatureLoadEvent } from "./feature-panel/panel-events.js";
import type { RunSelectEvent, SpanSelectEvent } from "./feature-trend/trend-events.js";

interface FigureEvents {
  "featurescope-load": FeatureLoadEvent;
  "featurescope-error": FeatureErrorEvent;
}

interface PanelEvents extends FigureEvents {
  "featurescope-bin": FeatureBinEvent;
}

interface CompareEvents extends FigureEvents {
  "featurescope-select": RunSelectEvent;
}

interface TrendEvents extends CompareEvents {
  "featurescope-select-span": SpanSelectEvent;
}

interface BoardEvents {
  "featurescope-load": BoardLoadEvent;
  "featurescope-error": FeatureErrorEvent;
  "featurescope-select": FeatureSelectEvent;
}

interface ChartEvents {
  "featurescope-load": ChartLoadEvent;
  "featurescope-error": FeatureErrorEvent;
}

type Remaining = [options?: boolean | AddEventListenerOptions];

/**
 * How an element is listened to: for its own events with their own classes, for others as every element is. In the page's map a
 * name stands for the events of all elements; templates that check `$event` (Angular's) ask the element instead.
 */
export interface Listen<Own> {
  <Name extends keyof Own>(name: Name, listener: (event: Own[Name]) => void, ...options: Remaining): void;
  <Name extends Exclude<keyof HTMLElementEventMap, keyof Own>>(
    name: Name,
    listener: (event: HTMLElementEventMap[Name]) => void,
    ...options: Remaining
  ): void;
  (name: string, listener: EventListenerOrEventListenerObject | null, ...options: Remaining): void;
}

declare module "./feature-board/feature-board.js" {
  interface FeatureBoard {
    addEventListener: Listen<BoardEvents>;
    removeEventListener: Listen<BoardEvents>;
  }
}
declare module "./feature-chart/feature-chart.js" {
  interface FeatureChart {
    addEventListener: Listen<ChartEvents>;
    removeEventListener: Listen<ChartEvents>;
  }
}
declare module "./feature-compare/feature-compare.js" {
  interface FeatureCompare {
    addEventListener: Listen<CompareEvents>;
    removeEventListener: Listen<CompareEvents>;
  }
}
declare module "./feature-monitor-panel/feature-monitor-panel.js" {
  interface FeatureMonitorPanel {
    addEventListener: Listen<PanelEvents>;
    removeEventListener: Listen<PanelEvents>;
  }
}
declare module "./feature-panel/feature-panel.js" {
  interface FeaturePanel {
    addEventListener: Listen<PanelEvents>;
    removeEventListener: Listen<PanelEvents>;
  }
}
declare module "./feature-trend/feature-trend.js" {
  interface FeatureTrend {
    addEventListener: Listen<TrendEvents>;
    removeEventListener: Listen<TrendEvents>;
  }
}
