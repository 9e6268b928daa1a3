import type { FeatureList } from "@featurescope/analyzer/artifact";

/** Fired when a board shows a run's features; bubbles out of shadow roots. */
export class BoardLoadEvent extends Event {
  static readonly type = "featurescope-load";
  /** The list that is shown. */
  readonly detail: { readonly list: FeatureList };

  constructor(list: FeatureList) {
    super(BoardLoadEvent.type, { bubbles: true, composed: true });
    this.detail = { list };
  }
}
