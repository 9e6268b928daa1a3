import {
  FEATURE_FILES,
  FeaturescopeError,
  type FeatureFile,
  type ManifestFile,
} from "@featurescope/analyzer/artifact";
import type { ByteCache } from "../cache/byte-cache.js";
import type { FeatureIndex } from "../index/feature-index.js";
import { forEachOf } from "../index/for-each-of.js";
import type { PipelineIndex } from "../index/pipeline-index.js";
import { type Report, storePath } from "../index/report.js";
import type { Log } from "../log.js";
import { inTime } from "../store/in-time.js";
import type { Store } from "../store/store.js";
import { allowedBytes, checkFile } from "./check-file.js";
import { mediaTypeOf } from "./media-type-of.js";
import { type FileSource, newestFile, pathInRun } from "./newest-file.js";
import { PassedOverRuns } from "./passed-over-runs.js";
import { type Representation, represent } from "./representation.js";
import type { ServedFile } from "./served-file.js";

/** A store that alters what it gives is asked again after this long whether it still does. */
const UNSOUND_MS = 2000;

/** What files are read from, kept in and complained to. */
export interface ReportFilesOptions {
  store: Store;
  cache: ByteCache<Representation>;
  log: Log;
  /** Milliseconds of a clock that is never set back. */
  now: () => number;
}

const cacheKey = (report: Report, path: string): string => `${report.id}/${path}`;

/** Says of a file that is saved beside others which run's it is, and which feature's; keys and run ids need no quoting. */
function fileNameOf({ pipelineKey, manifest }: Report, path: string): string {
  const [name, key = pipelineKey] = path.split("/").toReversed();
  return `${key}-${manifest.run}-${name}`;
}

/** Files of reports: read, checked against their manifest, compressed once and kept. */
export class ReportFiles implements FileSource {
  #options: ReportFilesOptions;
  #passedOver: PassedOverRuns;
  #unsoundUntil = -Infinity;

  constructor(options: ReportFilesOptions) {
    this.#options = options;
    this.#passedOver = new PassedOverRuns({
      ...options,
      read: (report, file) => this.ofRun(report, file),
    });
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

  /** A file of one run as it is in memory, however old; null where it is not. */
  inMemory(report: Report, path: string): ServedFile | null {
    const key = cacheKey(report, path);
    const read = this.#options.cache.peek(key);
    return read === undefined
      ? null
      : { representation: read.value, key, report, path, read, isSubstitute: false };
  }

  /** Whether the store gives a file as it was published; where it did not, it is not asked again for a moment. */
  async isSound(report: Report, path: string): Promise<boolean> {
    if (this.#options.now() < this.#unsoundUntil) return false;
    try {
      await inTime(this.#read(report, report.files.get(path)!));
      return true;
    } catch {
      this.#unsoundUntil = this.#options.now() + UNSOUND_MS;
      return false;
    }
  }

  /**
   * A feature's file of the newest run that has the feature. A run whose file cannot be used is passed over, with all its files of this
   * feature, until the file is good, or no other run has one.
   * @throws FeaturescopeError as {@link newestFile}
   */
  newest(pipeline: PipelineIndex, feature: FeatureIndex, name: FeatureFile): Promise<ServedFile> {
    return newestFile(feature.candidates(), name, this, (run, file, error) =>
      this.#passedOver.add({ pipeline, feature, run }, file, error),
    );
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
        const key = cacheKey(before.report, pathInRun(before, file));
        if (this.#options.cache.has(key)) asked.push({ feature, file });
      }
    }
    await forEachOf(asked, async ({ feature, file }) => {
      await this.newest(pipeline, feature, file).catch(() => undefined);
    });
  }

  /** Tries files again for which runs are passed over; to be called now and then. Never throws. */
  tryAgain(): Promise<void> {
    return this.#passedOver.tryAgain();
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
}
