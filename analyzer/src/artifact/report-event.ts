/**
 * Data of a `report` event of the gateway's event stream: a run was published. It names the run and says nothing of
 * its content; readers load what they show.
 */
export interface ReportEvent {
  pipeline: string;
  /** The pipeline's safe name in addresses. */
  key: string;
  run: string;
  /** Whether it is now the newest run of its pipeline; false for a window that was filled in later. */
  isNewest: boolean;
  /** Address of the run's folder, relative to `/api/v1/`: `pipelines/credit/runs/20261101t000000z-1f2e3d4c/`. */
  href: string;
}
