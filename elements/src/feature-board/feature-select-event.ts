/** What a reader chose on a board. */
export interface SelectedFeature {
  /** The column's name, exactly as in the data. */
  feature: string;
  /** Its safe name in addresses. */
  key: string;
  /** Absolute address of the feature's folder: the `src` of a `<feature-panel>`. */
  href: string;
}

/** Fired by a board when a feature is selected; bubbles out of shadow roots. */
export class FeatureSelectEvent extends Event {
  static readonly type = "featurescope-select";
  readonly detail: SelectedFeature;

  constructor(detail: SelectedFeature) {
    super(FeatureSelectEvent.type, { bubbles: true, composed: true });
    this.detail = detail;
  }
}

declare global {
  interface HTMLElementEventMap {
    "featurescope-select": FeatureSelectEvent;
  }
}
