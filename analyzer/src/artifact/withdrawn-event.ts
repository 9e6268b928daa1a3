/**
 * Data of a `withdrawn` event of the gateway's event stream: a run that was served is gone from the store. Whoever shows it is to
 * show what is newest now, and to leave the run out of histories, whatever gateways answer that have not noticed yet.
 */
export interface WithdrawnEvent {
  pipeline: string;
  /** The pipeline's safe name in addresses. */
  key: string;
  run: string;
}
