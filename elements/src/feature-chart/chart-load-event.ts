/** Fired when a stored chart is drawn; bubbles out of shadow roots. */
export class ChartLoadEvent extends Event {
  static readonly type = "featurescope-load";
  /** Address of the chart; null for a spec in hand. */
  readonly detail: { readonly src: string | null };

  constructor(src: string | null) {
    super(ChartLoadEvent.type, { bubbles: true, composed: true });
    this.detail = { src };
  }
}
