import { compareRuns } from "@featurescope/analyzer/artifact";
import type { ReportIndex } from "../index/report-index.js";
import type { ManifestHead, Report } from "../index/report.js";
import { type Told, toldOf } from "./event-hub.js";
import { withdrawnEvent } from "./withdrawn-event.js";

/** So many are remembered, the last ones; usually there is none, or one. */
const MOST = 256;

interface Withdrawn extends Told {
  head: Pick<ManifestHead, "run" | "createdAt" | "window">;
}

/**
 * Runs that were withdrawn and would still be the newest of their pipelines. A page that has one, and was asleep or came meanwhile,
 * goes back to an older run for nothing less than being told.
 */
export class WithdrawnRuns {
  #index: ReportIndex;
  #runs: readonly Withdrawn[] = [];

  /** @param index has no withdrawn run */
  constructor(index: ReportIndex) {
    this.#index = index;
  }

  add(report: Report): void {
    const { run, createdAt, window } = report.manifest;
    const told = { of: toldOf(report), data: withdrawnEvent(report), head: { run, createdAt, window } };
    this.#runs = [...this.list(), told].slice(-MOST);
  }

  /** Those that no newer run, or the same published again, has made forgotten, in the order that they went. */
  list(): readonly Withdrawn[] {
    this.#runs = this.#runs.filter(({ of, head }) => {
      const newest = this.#index.pipeline(of.pipelineKey)?.runs[0];
      return newest === undefined || compareRuns(newest.manifest, head) < 0;
    });
    return this.#runs;
  }
}
