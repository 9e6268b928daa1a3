import type { Catalog, Sighting } from "../catalog/catalog.js";
import type { Log } from "../log.js";
import { isUnknown } from "../store/is-unknown.js";
import { isUnreachable } from "../store/is-unreachable.js";
import { LeftAloneError } from "../store/left-alone-error.js";
import { forEachOf } from "./for-each-of.js";
import type { Known } from "./known.js";
import type { ReportIndex } from "./report-index.js";
import type { Report } from "./report.js";

/** Reports that are asked for at a time where their files were gone: a thousand may be, each takes a round trip, and what is new waits. */
const GONE_AT_ONCE = 32;

/** What is read into which index, and who is told. */
export interface SightingReaderOptions {
  catalog: Catalog;
  index: ReportIndex;
  /** Told what became of each sighting. */
  known: Known;
  log: Log;
  /** Told of each report that came into the index with its figures. */
  onAdded: (report: Report) => void;
}

/** Reads the reports that were seen into the index. */
export class SightingReader {
  #options: SightingReaderOptions;
  /** What the store failed to give when it was asked for it. */
  #failing = new Set<string>();
  /** Reports that were found to be gone, and not told of yet. */
  #expired = 0;

  constructor(options: SightingReaderOptions) {
    this.#options = options;
  }

  /** Whether the store failed to give it: then it is to be read after all else. */
  isFailing(id: string): boolean {
    return this.#failing.has(id);
  }

  /**
   * Reads what was seen. What fails while another report can be read holds up no other.
   * @param last those to be read after the others
   * @throws FeaturescopeError `store-unreachable` where no report can be read
   */
  async readAll(sightings: readonly Sighting[], last: readonly Sighting[] = []): Promise<void> {
    const failed = await (this.#failing.size > 0 ? this.#readSingly(sightings) : this.#readMany(sightings));
    for (const sighting of [...failed, ...last]) {
      try {
        await this.#read(sighting);
      } catch (error) {
        if (!(await this.#canReadAnother())) throw error;
        this.#passOver(sighting, error);
      }
    }
    this.#tellExpired();
  }

  /** Reads several at a time, and gives those that failed. */
  async #readMany(sightings: readonly Sighting[]): Promise<Sighting[]> {
    const failed: Sighting[] = [];
    const wereGone = sightings.some(({ id }) => this.#options.known.wasGone(id));
    const read = (sighting: Sighting): Promise<void> =>
      this.#read(sighting).catch(() => void failed.push(sighting));
    await forEachOf(sightings, read, wereGone ? GONE_AT_ONCE : undefined);
    return failed;
  }

  /**
   * Reads one at a time, as the store has failed to give something, and gives those that failed: failures in a row would have the store left
   * alone, and good ones with it, so something good is read after each. Where nothing could be read yet, the oldest come first, as they
   * have been good for longest.
   */
  async #readSingly(sightings: readonly Sighting[]): Promise<Sighting[]> {
    const failed: Sighting[] = [];
    for (const sighting of this.#options.index.size === 0 ? sightings.toReversed() : sightings) {
      try {
        await this.#read(sighting);
      } catch {
        failed.push(sighting);
        await this.#canReadAnother();
      }
    }
    return failed;
  }

  /** Whether the store gives what it gave before. */
  async #canReadAnother(): Promise<boolean> {
    const { catalog, index } = this.#options;
    const other = index.pipelines()[0]?.runs[0];
    if (other === undefined) return false;
    const { id, publishedAt, pipelineKey, manifest } = other;
    const sighting = { id, publishedAt, of: { pipelineKey, run: manifest.run } };
    return catalog.open(sighting).then(
      () => true,
      (error: unknown) => !isUnreachable(error),
    );
  }

  /** @throws FeaturescopeError `store-unreachable` */
  async #read(sighting: Sighting): Promise<void> {
    const { catalog, index, known } = this.#options;
    const { id } = sighting;
    if (sighting.isElsewhere === true) {
      known.settle(id);
    } else if (!index.needs(sighting)) {
      index.addOlder(sighting);
      known.settle(id);
    } else {
      try {
        this.#add(await catalog.open(sighting));
        this.#failing.delete(id);
      } catch (error) {
        if (isUnreachable(error)) {
          if (!(error instanceof LeftAloneError)) this.#failing.add(id);
          throw error;
        }
        this.#failing.delete(id);
        this.#passOver(sighting, error);
      }
    }
  }

  #add(report: Report): void {
    const { index, known, log, onAdded } = this.#options;
    const { id, manifest } = report;
    const { pipeline, run } = manifest;
    const added = index.add(report);
    if (added === "duplicate") {
      if (!known.has(id))
        log("warn", "a run id was published twice; the first one stays", { pipeline, run, id });
      // Should the first one go away, the second takes its place.
      known.putOff(id, true);
      return;
    }
    known.settle(id);
    if (added === "rewritten")
      log("warn", "a run was written anew, though others may have kept what it was", { pipeline, run, id });
    if (added !== "older") onAdded(report);
  }

  #passOver({ id }: Sighting, error: unknown): void {
    const { known, log } = this.#options;
    // What is listed was whole once: a rule of the store has removed its files.
    const isExpired = isUnknown(error);
    const isNew = !known.has(id);
    if (isNew && isExpired) this.#expired++;
    else if (isNew) log("warn", "a report is passed over", { id, error });
    known.putOff(id, !isExpired);
  }

  #tellExpired(): void {
    if (this.#expired > 0)
      this.#options.log("info", "reports whose files are gone are left out", { reports: this.#expired });
    this.#expired = 0;
  }
}
