import type { StatisticsDocument } from "@featurescope/analyzer/artifact";
import type { BoardLoadEvent } from "../feature-board/board-load-event.js";
import type { ChartLoadEvent } from "../feature-chart/chart-load-event.js";

/** Fired when a panel, a trend or a comparison shows the figures of a run; bubbles out of shadow roots. */
export class FeatureLoadEvent extends Event {
  static readonly type = "featurescope-load";
  /** The feature's figures in the run that is shown. */
  readonly detail: { readonly statistics: StatisticsDocument };

  constructor(statistics: StatisticsDocument) {
    super(FeatureLoadEvent.type, { bubbles: true, composed: true });
    this.detail = { statistics };
  }
}

/** Fired when an element could not have what its `src` names; the element says so as well. Bubbles out of shadow roots. */
export class FeatureErrorEvent extends Event {
  static readonly type = "featurescope-error";
  /** The error; a `LoadError` has `code`, `status` and `address`. */
  readonly detail: { readonly error: Error };

  constructor(error: Error) {
    super(FeatureErrorEvent.type, { bubbles: true, composed: true });
    this.detail = { error };
  }
}

/** Fired when a reader pins a bin or a level of the chart, or lets it go; bubbles out of shadow roots. */
export class FeatureBinEvent extends Event {
  static readonly type = "featurescope-bin";
  /**
   * Place of the bin in the chart, from 0, with −1 and the count of bins for what lies beyond the axis' ends; null when it is let
   * go. `text` is what the tooltip says.
   */
  readonly detail: { readonly feature: string; readonly bin: number | null; readonly text: string };

  constructor(feature: string, bin: number | null, text: string) {
    super(FeatureBinEvent.type, { bubbles: true, composed: true });
    this.detail = { feature, bin, text };
  }
}

declare global {
  interface HTMLElementEventMap {
    "featurescope-load": FeatureLoadEvent | BoardLoadEvent | ChartLoadEvent;
    "featurescope-error": FeatureErrorEvent;
    "featurescope-bin": FeatureBinEvent;
  }
}
