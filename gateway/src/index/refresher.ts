import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Catalog, Sighting } from "../catalog/catalog.js";
import type { Log } from "../log.js";
import { isUnknown } from "../store/is-unknown.js";
import { isUnreachable } from "../store/is-unreachable.js";
import { LeftAloneError } from "../store/left-alone-error.js";
import { forEachOf } from "./for-each-of.js";
import { Known } from "./known.js";
import { Outage } from "./outage.js";
import type { ReportIndex } from "./report-index.js";
import type { Report } from "./report.js";

/** Hints that come in close succession are taken for one; a store may tell of each file. */
const HINT_MS = 200;
/** However many hints come, this is left between the beginnings of two looks: what a hint is of is seen within a second. */
const BETWEEN_LOOKS_MS = 500;
/** Who has nothing to answer from looks again this soon. */
const UNREADY_SECONDS = 2;
/** After so many sightings, those that are new are read and can be served. */
const BATCH = 1000;
/** So many known sightings in a row at the end of a page end a look where the newest come first: what follows is known as well. */
const ENOUGH_KNOWN = 100;
/** Still all is looked through so often, as an entry may have been written late or taken away. */
const WHOLE_LOOK_MS = 6 * 3600 * 1000;

/** Reports that are asked for at a time where their files were gone: a thousand may be, each takes a round trip, and what is new waits. */
const GONE_AT_ONCE = 32;

const nothing = (): undefined => undefined;

/** What is read into which index, and who is told. */
export interface RefresherOptions {
  catalog: Catalog;
  index: ReportIndex;
  log: Log;
  /** Told once all was read for the first time. Whoever asked before, as that may take long or several looks, was answered from a part. */
  onWhole?: () => void;
  /** Told of each report that came afterwards. */
  onAdded?: (report: Report) => void;
  /** Told of each report that went. */
  onRemoved?: (report: Report) => void;
  /** Told after each look that the store answered. */
  onLooked?: () => void;
  /** Milliseconds of a clock that is never set back. */
  now?: () => number;
}

/** Keeps the index like the store: lists what the catalog sees, reads what is new, drops what is gone. */
export class Refresher {
  #options: Required<RefresherOptions>;
  #known: Known;
  /** What the store failed to give when it was asked for it: read after all else. */
  #failing = new Set<string>();
  #underWay: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #hinted: NodeJS.Timeout | null = null;
  #lastLook = -Infinity;
  #lastWholeLook = -Infinity;
  #isReady = false;
  #failure: string | null = "not-ready";
  #outage: Outage;

  constructor(options: RefresherOptions) {
    const standard = {
      onWhole: nothing,
      onAdded: nothing,
      onRemoved: nothing,
      onLooked: nothing,
      now: () => performance.now(),
    };
    this.#options = { ...standard, ...options };
    this.#known = new Known(this.#options.now);
    this.#outage = new Outage(this.#options.log, this.#options.now);
  }

  /** Whether the store was read, or the newest part of a large one; from then on there is something to answer from. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Code of why the last look at the store failed; null after a good one. */
  get failure(): string | null {
    return this.#failure;
  }

  /** Reports that were seen and cannot be used. */
  get passedOver(): number {
    return this.#known.putOffCount;
  }

  /** Looks at the store now; who asks meanwhile waits for the same look. Never throws: failures are logged. */
  refresh(): Promise<void> {
    this.#underWay ??= this.#look().finally(() => (this.#underWay = null));
    return this.#underWay;
  }

  /** Looks soon, as something may have changed; many hints make one look. */
  hint(): void {
    if (this.#hinted !== null) return;
    const wait = Math.max(HINT_MS, this.#lastLook + BETWEEN_LOOKS_MS - this.#options.now());
    this.#hinted = setTimeout(() => {
      this.#hinted = null;
      // A look that is under way may have listed before what the hint is of.
      void Promise.resolve(this.#underWay).then(() => this.refresh());
    }, wait);
  }

  /** Looks now and then again, `seconds` after each look has ended, or sooner while it is not ready. */
  start(seconds: number): void {
    const again = (): void => {
      void this.refresh().then(() => {
        const wait = this.#isReady ? seconds : Math.min(seconds, UNREADY_SECONDS);
        if (this.#timer !== null) this.#timer = setTimeout(again, wait * 1000);
      });
    };
    this.#timer = setTimeout(again, 0);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#hinted !== null) clearTimeout(this.#hinted);
    this.#timer = null;
    this.#hinted = null;
  }

  async #look(): Promise<void> {
    const { catalog, index, now, onLooked } = this.#options;
    this.#lastLook = now();
    try {
      await this.#listAndRead();
      if (this.#failure !== null) this.#outage.end({ catalog: catalog.name, runs: index.size });
      this.#failure = null;
      onLooked();
    } catch (error) {
      const code = error instanceof FeaturescopeError ? error.code : "unexpected";
      this.#outage.goesOn(error, code !== this.#failure);
      this.#failure = code;
    }
  }

  async #listAndRead(): Promise<void> {
    const { catalog, now, onWhole } = this.#options;
    const started = now();
    const mayEndEarly = catalog.isNewestFirst && started - this.#lastWholeLook < WHOLE_LOOK_MS;
    const seen = new Set<string>();
    let waiting: Sighting[] = [];
    const failing: Sighting[] = [];
    let knownInRow = 0;
    let last: string | null = null;
    for await (const sighting of catalog.list()) {
      seen.add(sighting.id);
      if (this.#known.isDue(sighting.id)) {
        const isFailing = this.#failing.has(sighting.id);
        (isFailing ? failing : waiting).push(sighting);
      }
      knownInRow = this.#known.has(sighting.id) ? knownInRow + 1 : 0;
      if (mayEndEarly && seen.size % catalog.pageSize === 0 && knownInRow >= ENOUGH_KNOWN) {
        last = sighting.id;
        break;
      }
      if (waiting.length < BATCH) continue;
      await this.#readAll(waiting);
      waiting = [];
      this.#isReady = true;
    }
    await this.#readAll(waiting, failing);
    await this.#dropGone(seen, last);
    this.#isReady = true;
    if (this.#lastWholeLook === -Infinity) onWhole();
    if (last === null) this.#lastWholeLook = started;
  }

  /**
   * Once the store has failed to give something, one is read at a time: failures in a row would have it left alone, and good ones with
   * it. Where nothing could be read yet, the oldest come first, as they have been good for longest.
   * @param failing those to be read last
   */
  async #readAll(sightings: readonly Sighting[], failing: readonly Sighting[] = []): Promise<void> {
    let expired = 0;
    const onExpired = (): number => expired++;
    const failed: Sighting[] = [];
    const isCareful = this.#failing.size > 0;
    const inOrder = isCareful && this.#options.index.size === 0 ? sightings.toReversed() : sightings;
    const read = async (sighting: Sighting): Promise<void> => {
      try {
        await this.#read(sighting, onExpired);
      } catch {
        failed.push(sighting);
        if (isCareful) await this.#canReadAnother();
      }
    };
    const wereGone = inOrder.some(({ id }) => this.#known.wasGone(id));
    await forEachOf(inOrder, read, isCareful ? 1 : wereGone ? GONE_AT_ONCE : undefined);
    for (const sighting of [...failed, ...failing]) await this.#readAgain(sighting, onExpired);
    if (expired > 0)
      this.#options.log("info", "reports whose files are gone are left out", { reports: expired });
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

  /** Reads what the store failed to give once more. What fails again while another report can be read holds up no other. */
  async #readAgain(sighting: Sighting, onExpired: () => void): Promise<void> {
    try {
      await this.#read(sighting, onExpired);
    } catch (error) {
      if (!(await this.#canReadAnother())) throw error;
      this.#passOver(sighting, error, onExpired);
    }
  }

  /** @param onExpired told of a report whose files are gone, the first time */
  async #read(sighting: Sighting, onExpired: () => void): Promise<void> {
    const { catalog, index, log, onAdded } = this.#options;
    const { id } = sighting;
    if (sighting.isElsewhere === true) {
      this.#known.settle(id);
      return;
    }
    if (!index.needs(sighting)) {
      index.addOlder(sighting);
      this.#known.settle(id);
      return;
    }
    try {
      const report = await catalog.open(sighting);
      this.#failing.delete(id);
      const { pipeline, run } = report.manifest;
      const added = index.add(report);
      if (added === "duplicate") {
        // Should the first one go away, the second takes its place.
        if (!this.#known.has(id))
          log("warn", "a run id was published twice; the first one stays", { pipeline, run, id });
        this.#known.putOff(id, true);
        return;
      }
      this.#known.settle(id);
      if (added === "added" && this.#lastWholeLook > -Infinity) onAdded(report);
    } catch (error) {
      if (!isUnreachable(error)) {
        this.#failing.delete(id);
        this.#passOver(sighting, error, onExpired);
        return;
      }
      if (!(error instanceof LeftAloneError)) this.#failing.add(id);
      throw error;
    }
  }

  #passOver({ id }: Sighting, error: unknown, onExpired: () => void): void {
    // What is listed was whole once: a rule of the store has removed its files.
    const isExpired = isUnknown(error);
    const isNew = !this.#known.has(id);
    if (isNew && isExpired) onExpired();
    else if (isNew) this.#options.log("warn", "a report is passed over", { id, error });
    this.#known.putOff(id, !isExpired);
  }

  /** Drops what listings lack, once the store says of each that it is gone: a listing alone may be wrong for long. */
  async #dropGone(seen: ReadonlySet<string>, last: string | null): Promise<void> {
    const { catalog, index, onRemoved } = this.#options;
    await forEachOf(this.#known.missing(seen, last), async (id) => {
      if (!(await catalog.isGone(id))) return;
      this.#known.forget(id);
      const report = index.remove(id);
      if (report !== null) onRemoved(report);
    });
  }
}
