import {
  FEATURE_FILES,
  FeaturescopeError,
  type FeatureFile,
  featurePath,
  type ManifestFile,
} from "@featurescope/analyzer/artifact";
import { NotNow } from "@featurescope/analyzer/credentials";
import type { ByteCache, Read } from "../cache/byte-cache.js";
import type { FeatureIndex, FeatureRun } from "../index/feature-index.js";
import { forEachOf } from "../index/for-each-of.js";
import type { PipelineIndex } from "../index/pipeline-index.js";
import { type Report, storePath } from "../index/report.js";
import type { Log } from "../log.js";
import { inTime } from "../store/in-time.js";
import { RefusedError } from "../store/refused-error.js";
import type { Store } from "../store/store.js";
import { allowedBytes, checkFile } from "./check-file.js";
import { mediaTypeOf } from "./media-type-of.js";
import { type KeptRepresentation, type Representation, represent } from "./representation.js";

/** A broken file may only have come altered: it is tried again after this long, then after twice as long … */
const FIRST_RETRY_MS = 3000;
/** … and at least this often. */
const LAST_RETRY_MS = 30_000;
/** A store that alters what it gives is asked again after this long whether it still does. */
const UNSOUND_MS = 2000;
/** So many broken files are tried again at a time. */
const MAX_RETRIES = 100;
/** So many runs are tried for one request before the first failure is told. */
const MAX_TRIES = 8;

/** A file of a report with where it came from. */
export interface ServedFile extends KeptRepresentation {
  report: Report;
  /** In the report. */
  path: string;
  /** How the cache came by it. */
  read: Read<Representation>;
  /** Whether it is of an older run, as the newest one's could not be read. */
  isSubstitute: boolean;
}

/** A run that is passed over for a feature. */
interface PassedOver {
  pipeline: PipelineIndex;
  feature: FeatureIndex;
  run: FeatureRun;
}

/** A run whose file could not be had, for the store's sake or its own. */
interface Doubted {
  run: FeatureRun;
  path: string;
  error: unknown;
}

/** What files are read from, kept in and complained to. */
export interface ReportFilesOptions {
  store: Store;
  cache: ByteCache<Representation>;
  log: Log;
  /** Milliseconds of a clock that is never set back. */
  now?: () => number;
}

const isStoreFailure = (error: unknown): boolean =>
  !(error instanceof FeaturescopeError) ||
  (error.code === "store-unreachable" && !(error instanceof RefusedError));

/** Whether the store answered that it cannot give what it was asked for: then it may give something else. */
const isRefusal = (error: unknown): boolean =>
  error instanceof FeaturescopeError && error.cause instanceof NotNow;

const cacheKey = (report: Report, path: string): string => `${report.id}/${path}`;

/** Says of a file that is saved beside others which run's it is, and which feature's; keys and run ids need no quoting. */
function fileNameOf({ pipelineKey, manifest }: Report, path: string): string {
  const [name, key = pipelineKey] = path.split("/").toReversed();
  return `${key}-${manifest.run}-${name}`;
}

/** Files of reports: read, checked against their manifest, compressed once and kept. */
export class ReportFiles {
  #options: Required<ReportFilesOptions>;
  #unsoundUntil = -Infinity;
  /** Those tried last are at the end. */
  #passedOver = new Set<PassedOver>();

  constructor(options: ReportFilesOptions) {
    this.#options = { now: () => performance.now(), ...options };
  }

  /**
   * A file of one run, by its path in the report.
   * @throws FeaturescopeError `unknown-file`, `document-invalid`, `schema-too-new`, `store-unreachable`
   */
  async ofRun(report: Report, path: string): Promise<ServedFile> {
    const listed = report.files.get(path);
    if (listed === undefined) {
      throw new FeaturescopeError(
        "unknown-file",
        `run ${report.manifest.run} has no file ${path}; its manifest.json lists those that it has`,
      );
    }
    const key = cacheKey(report, path);
    const fromStore = async (): Promise<Representation> => {
      const body = await this.#read(report, listed);
      return represent(body, mediaTypeOf(path), { fileName: fileNameOf(report, path) });
    };
    const read = await this.#options.cache.get(key, fromStore, inTime);
    return { representation: read.value, key, report, path, read, isSubstitute: false };
  }

  /**
   * A feature's file of the newest run that has the feature.
   *
   * A run is passed over, with all its files of this feature, where its file is missing or broken, or where the store fails to give it
   * while it gives that of another run. That lasts until the file is good, or no other run has one.
   * While the store fails, or gives nothing as it was, the newest copy in memory is served, whatever its run.
   * @throws FeaturescopeError what the newest run's file failed with, where no other run has a good one
   */
  async newest(pipeline: PipelineIndex, feature: FeatureIndex, name: FeatureFile): Promise<ServedFile> {
    let failure: unknown;
    let mayRead = true;
    let tries = 0;
    /** What came refused or altered: of a store that gives nothing else either, that says nothing of the run. */
    let doubted: Doubted[] = [];
    const passOverDoubted = (): void => {
      for (const { run, path, error } of doubted) this.#passOver(pipeline, feature, run, path, error);
      doubted = [];
    };
    for (const run of feature.candidates()) {
      const path = `${featurePath(run.key)}/${name}`;
      if (tries === MAX_TRIES && mayRead) {
        mayRead = false;
        if (await this.#isSound(run.report, "manifest.json")) passOverDoubted();
      }
      if (!mayRead) {
        const key = cacheKey(run.report, path);
        const read = this.#options.cache.peek(key);
        if (read === undefined) continue;
        return { representation: read.value, key, report: run.report, path, read, isSubstitute: true };
      }
      tries++;
      try {
        const served = await this.ofRun(run.report, path);
        if (doubted.length === 0) return served;
        const { outcome } = served.read;
        const isFromMemory = outcome === "hit" || outcome === "stale";
        // A copy in memory does not tell whether the store gives anything.
        const isTold =
          !isFromMemory || (!isRefusal(doubted[0]!.error) && (await this.#isSound(run.report, path)));
        if (!isTold) return { ...served, isSubstitute: true };
        passOverDoubted();
        return served;
      } catch (error) {
        failure ??= error;
        const isAltered = error instanceof FeaturescopeError && error.code === "document-invalid";
        if (isAltered || (doubted.length === 0 && isRefusal(error))) doubted.push({ run, path, error });
        else if (isStoreFailure(error)) mayRead = false;
        else if (run.report.files.has(path)) this.#passOver(pipeline, feature, run, path, error);
        else break;
      }
    }
    throw failure;
  }

  /**
   * Reads ahead of a new run what is asked for at present: the files that are kept of the run before it. So the first
   * who asks does not wait, and a broken file is passed over before anyone asks.
   */
  async warm(pipeline: PipelineIndex, report: Report): Promise<void> {
    const asked: { feature: FeatureIndex; file: FeatureFile }[] = [];
    for (const name of report.features.names.names) {
      const feature = pipeline.feature(name);
      const [newest, before] = feature?.runs ?? [];
      if (feature === undefined || newest?.report !== report || before === undefined) continue;
      for (const file of FEATURE_FILES) {
        const key = cacheKey(before.report, `${featurePath(before.key)}/${file}`);
        if (this.#options.cache.has(key)) asked.push({ feature, file });
      }
    }
    await forEachOf(asked, async ({ feature, file }) => {
      await this.newest(pipeline, feature, file).catch(() => undefined);
    });
  }

  /** Tries files again for which runs are passed over; to be called now and then. Never throws. */
  async tryAgain(): Promise<void> {
    const now = this.#options.now();
    const due = [...this.#passedOver].filter(({ run }) => (run.fault?.retryAt ?? 0) <= now);
    await forEachOf(due.slice(0, MAX_RETRIES), async (each) => {
      this.#passedOver.delete(each);
      const { pipeline, feature, run } = each;
      const { fault, report } = run;
      if (fault === null || !feature.runs.includes(run)) return;
      fault.afterMs = Math.min(LAST_RETRY_MS, fault.afterMs * 2);
      fault.retryAt = this.#options.now() + fault.afterMs;
      try {
        await this.ofRun(report, fault.file);
      } catch {
        this.#passedOver.add(each);
        return;
      }
      run.fault = null;
      pipeline.touch();
      this.#options.log("info", "a file that was broken is good again", {
        pipeline: pipeline.name,
        feature: feature.name,
        run: report.manifest.run,
      });
    });
  }

  /** Drops the copies of a report that is gone. */
  forget(report: Report): void {
    for (const path of report.files.paths()) this.#options.cache.delete(cacheKey(report, path));
  }

  /** What the store gives of a file. @throws FeaturescopeError where that is not what the manifest lists, and as stores do */
  async #read(report: Report, listed: ManifestFile): Promise<Buffer> {
    const limit = { maxBytes: allowedBytes(listed) };
    const body = await this.#options.store.get(storePath(report, listed.path), limit);
    checkFile(body, listed);
    return body;
  }

  /** Whether the store gives a file as it was published; where it did not, it is not asked again for a moment. */
  async #isSound(report: Report, path: string): Promise<boolean> {
    if (this.#options.now() < this.#unsoundUntil) return false;
    try {
      await inTime(this.#read(report, report.files.get(path)!));
      return true;
    } catch {
      this.#unsoundUntil = this.#options.now() + UNSOUND_MS;
      return false;
    }
  }

  #passOver(
    pipeline: PipelineIndex,
    feature: FeatureIndex,
    run: FeatureRun,
    file: string,
    error: unknown,
  ): void {
    if (run.fault !== null) return;
    run.fault = { file, retryAt: this.#options.now() + FIRST_RETRY_MS, afterMs: FIRST_RETRY_MS };
    this.#passedOver.add({ pipeline, feature, run });
    pipeline.touch();
    this.#options.log("warn", "a run is passed over for a feature: a file of it cannot be used", {
      pipeline: pipeline.name,
      feature: feature.name,
      run: run.report.manifest.run,
      error,
    });
  }
}
