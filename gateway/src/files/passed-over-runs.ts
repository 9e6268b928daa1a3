import { CountedLog } from "../counted-log.js";
import type { FeatureIndex, FeatureRun } from "../index/feature-index.js";
import { forEachOf } from "../index/for-each-of.js";
import type { PipelineIndex } from "../index/pipeline-index.js";
import type { Report } from "../index/report.js";
import type { Level, Log } from "../log.js";

/** A broken file may only have come altered: it is tried again after this long, then after twice as long … */
const FIRST_RETRY_MS = 3000;
/** … and at least this often. */
const LAST_RETRY_MS = 30_000;
/** After so many files that were tried again it is seen whether the next are worth it. */
const BATCH = 100;
/** So many are told of in a minute: all of a run's features may be passed over at once. */
const MOST_TOLD = 10;

/** A run that is passed over for a feature. */
interface PassedOver {
  pipeline: PipelineIndex;
  feature: FeatureIndex;
  run: FeatureRun;
}

/** What is tried again, and when. */
export interface PassedOverOptions {
  /** Reads a file; rejects where it cannot be used. */
  read: (report: Report, file: string) => Promise<unknown>;
  log: Log;
  /** Milliseconds of a clock that is never set back. */
  now: () => number;
}

/** Runs that are passed over for a feature as a file of theirs cannot be used, until it is good again. */
export class PassedOverRuns {
  #options: PassedOverOptions;
  /** Those tried last are at the end. */
  #waiting = new Set<PassedOver>();
  #underWay: Promise<void> | null = null;
  #counted = new CountedLog();

  constructor(options: PassedOverOptions) {
    this.#options = options;
  }

  /** Passes a run over from now on, with all its files of the feature. */
  add(passedOver: PassedOver, file: string, error: unknown): void {
    const { pipeline, run } = passedOver;
    if (run.fault !== null) return;
    run.fault = { file, retryAt: this.#options.now() + FIRST_RETRY_MS, afterMs: FIRST_RETRY_MS };
    this.#waiting.add(passedOver);
    pipeline.touch();
    this.#tell("warn", "a run is passed over for a feature: a file of it cannot be used", passedOver, error);
  }

  /** Tries files again; to be called now and then. Who calls meanwhile waits for the same. Never throws. */
  tryAgain(): Promise<void> {
    this.#underWay ??= this.#tryDue().finally(() => (this.#underWay = null));
    return this.#underWay;
  }

  /** Goes on as long as most are good again, as after an outage; those that are not are no more than a batch. */
  async #tryDue(): Promise<void> {
    const now = this.#options.now();
    const due = [...this.#waiting].filter(({ run }) => (run.fault?.retryAt ?? 0) <= now);
    for (let at = 0; at < due.length; at += BATCH) {
      const batch = due.slice(at, at + BATCH);
      let good = 0;
      await forEachOf(batch, async (each) => {
        if (await this.#isGoodAgain(each)) good++;
      });
      if (good < batch.length / 2) return;
    }
  }

  async #isGoodAgain(passedOver: PassedOver): Promise<boolean> {
    const { pipeline, feature, run } = passedOver;
    const { fault, report } = run;
    this.#waiting.delete(passedOver);
    if (fault === null || !feature.runs.includes(run)) return true;
    fault.afterMs = Math.min(LAST_RETRY_MS, fault.afterMs * 2);
    fault.retryAt = this.#options.now() + fault.afterMs;
    try {
      await this.#options.read(report, fault.file);
    } catch {
      this.#waiting.add(passedOver);
      return false;
    }
    run.fault = null;
    pipeline.touch();
    this.#tell("info", "a file that was broken is good again", passedOver);
    return true;
  }

  #tell(level: Level, message: string, { pipeline, feature, run }: PassedOver, error?: unknown): void {
    const { log } = this.#options;
    const fields = { pipeline: pipeline.name, feature: feature.name, run: run.report.manifest.run };
    this.#counted.add({
      kind: message,
      most: MOST_TOLD,
      tell: () => log(level, message, error === undefined ? fields : { ...fields, error }),
      tellMore: (more, seconds) => log(level, message, { more, seconds }),
    });
  }
}
