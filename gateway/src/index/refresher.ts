import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Catalog, Sighting } from "../catalog/catalog.js";
import type { Log } from "../log.js";
import { forEachOf } from "./for-each-of.js";
import { Known } from "./known.js";
import { Outage } from "./outage.js";
import type { ReportIndex } from "./report-index.js";
import type { Report } from "./report.js";
import { SightingReader } from "./sighting-reader.js";

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
  /** Told of each report that went from the store, once all of a look are out of the index; of those kept by their id alone nobody is. */
  onRemoved?: (report: Report) => void;
  /** Told after each look that the store answered. */
  onLooked?: () => void;
  /** Milliseconds of a clock that is never set back. */
  now?: () => number;
}

/** How far a look came. */
interface Listed {
  /** Ids. */
  seen: Set<string>;
  /** Id at which it was left off; null where it was read to its end. */
  last: string | null;
}

/** Keeps the index like the store: lists what the catalog sees, reads what is new, drops what is gone. */
export class Refresher {
  #options: Required<RefresherOptions>;
  #known: Known;
  #reader: SightingReader;
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
    this.#reader = new SightingReader({
      ...this.#options,
      known: this.#known,
      onAdded: (report) => this.#lastWholeLook > -Infinity && this.#options.onAdded(report),
    });
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
    const listed = await this.#readListed(mayEndEarly);
    await this.#dropGone(listed);
    this.#isReady = true;
    if (this.#lastWholeLook === -Infinity) onWhole();
    if (listed.last === null) this.#lastWholeLook = started;
  }

  /** Reads what is due of what the catalog lists: what the store failed to give before comes last. */
  async #readListed(mayEndEarly: boolean): Promise<Listed> {
    const listed: Listed = { seen: new Set(), last: null };
    const failing: Sighting[] = [];
    let waiting: Sighting[] = [];
    for await (const sighting of this.#list(listed, mayEndEarly)) {
      if (!this.#known.isDue(sighting.id)) continue;
      (this.#reader.isFailing(sighting.id) ? failing : waiting).push(sighting);
      if (waiting.length < BATCH) continue;
      await this.#reader.readAll(waiting);
      waiting = [];
      this.#isReady = true;
    }
    await this.#reader.readAll(waiting, failing);
    return listed;
  }

  /** What the catalog lists, to its end, or to that of a page after which all is known. @param listed is filled */
  async *#list(listed: Listed, mayEndEarly: boolean): AsyncGenerator<Sighting> {
    const { catalog } = this.#options;
    let knownInRow = 0;
    for await (const sighting of catalog.list()) {
      const { id } = sighting;
      listed.seen.add(id);
      knownInRow = this.#known.has(id) ? knownInRow + 1 : 0;
      yield sighting;
      const isEndOfPage = listed.seen.size % catalog.pageSize === 0;
      if (!mayEndEarly || !isEndOfPage || knownInRow < ENOUGH_KNOWN) continue;
      listed.last = id;
      return;
    }
  }

  /** Drops what listings lack, once the store says of each that it is gone: a listing alone may be wrong for long. */
  async #dropGone({ seen, last }: Listed): Promise<void> {
    const { catalog, index, log, onRemoved } = this.#options;
    const before = index.size;
    const removed: Report[] = [];
    await forEachOf(this.#known.missing(seen, last), async (id) => {
      if (!(await catalog.isGone(id))) return;
      this.#known.forget(id);
      const report = index.remove(id);
      if (report !== null) removed.push(report);
    });
    if (index.size === before) return;
    log(index.size === 0 ? "warn" : "info", "runs are gone", { gone: before - index.size, runs: index.size });
    for (const report of removed) onRemoved(report);
  }
}
