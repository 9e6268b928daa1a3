import type { SelectedFeature } from "../feature-board/feature-select-event.js";

/** A run that a reader chose on a trend. */
export interface SelectedRun extends SelectedFeature {
  run: string;
}

/** Fired by a trend when a run is selected: its `href` is the feature's folder in that run. Bubbles out of shadow roots. */
export class RunSelectEvent extends Event {
  static readonly type = "featurescope-select";
  readonly detail: SelectedRun;

  constructor(detail: SelectedRun) {
    super(RunSelectEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

/** Fired by a trend when a reader selects a span of runs; bubbles out of shadow roots. */
export class SpanSelectEvent extends Event {
  static readonly type = "featurescope-select-span";
  /** ISO 8601 in UTC: from the first run's start to the last one's end, exclusive. */
  readonly detail: { readonly start: string; readonly end: string };

  constructor(start: string, end: string) {
    super(SpanSelectEvent.type, { bubbles: true, composed: true });
    this.detail = { start, end };
  }
}

declare global {
  interface HTMLElementEventMap {
    "featurescope-select-span": SpanSelectEvent;
  }
}
