import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Catalog, Sighting } from "../catalog/catalog.js";
import type { Log } from "../log.js";
import type { Report } from "./report.js";
import type { ReportIndex } from "./report-index.js";

/** A manifest that cannot be used may only be half written: it is read again after this long, then after twice as long … */
const FIRST_RETRY_MS = 1000;
/** … and at least this often. */
const LAST_RETRY_MS = 60_000;
/** Hints that come in close succession are taken for one; a store may tell of each file. */
const HINT_MS = 200;
/** However many hints come, this is left between two looks. */
const BETWEEN_LOOKS_MS = 1000;
/** Manifests read at a time. */
const READERS = 8;

export interface RefresherOptions {
  catalog: Catalog;
  index: ReportIndex;
  log: Log;
  /** Told of each report that came after the first look. */
  onAdded?: (report: Report) => void;
  /** Told of each report that went. */
  onRemoved?: (report: Report) => void;
  /** Milliseconds since 1970. */
  now?: () => number;
}

interface Known {
  /** Listings in a row that lacked it. */
  missed: number;
  /** Set while it is not in the index: when to read it again, and how long that was put off. */
  retry: { at: number; afterMs: number } | null;
}

/**
 * Keeps the index like the store: lists what the catalog sees, reads what is new, drops what is gone.
 * A report is dropped only after two listings without it, as a store may list wrongly once.
 */
export class Refresher {
  #options: Required<RefresherOptions>;
  #known = new Map<string, Known>();
  #underWay: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #hinted: NodeJS.Timeout | null = null;
  #lastLook = -Infinity;
  #isReady = false;
  #failure: string | null = "the store has not been read yet";

  constructor(options: RefresherOptions) {
    this.#options = { onAdded: () => undefined, onRemoved: () => undefined, now: Date.now, ...options };
  }

  /** Whether the store was read once; from then on there is something to answer from. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Why the last look at the store failed, as a code or a sentence without secrets; null after a good one. */
  get failure(): string | null {
    return this.#failure;
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

  /** Looks now and then again, `seconds` after each look has ended. */
  start(seconds: number): void {
    const again = (): void => {
      void this.refresh().then(() => {
        if (this.#timer !== null) this.#timer = setTimeout(again, seconds * 1000);
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
    const { catalog, log, now } = this.#options;
    this.#lastLook = now();
    try {
      const seen = new Map<string, Sighting>();
      for await (const sighting of catalog.list()) seen.set(sighting.id, sighting);
      await this.#readNew(seen);
      this.#dropGone(seen);
      if (this.#failure !== null)
        log("info", "the store answers", { catalog: catalog.name, runs: seen.size });
      this.#isReady = true;
      this.#failure = null;
    } catch (error) {
      // Said once, not with every look.
      if (this.#failure !== "store-unreachable") log("warn", "the store does not answer", { error });
      this.#failure = error instanceof FeaturescopeError ? error.code : "unexpected";
    }
  }

  async #readNew(seen: ReadonlyMap<string, Sighting>): Promise<void> {
    const now = this.#options.now();
    const waiting = [...seen.values()].filter(({ id }) => {
      const known = this.#known.get(id);
      return known === undefined || (known.retry !== null && known.retry.at <= now);
    });
    const queue = waiting.values();
    const readers = Array.from({ length: Math.min(READERS, waiting.length) }, async () => {
      for (const sighting of queue) await this.#read(sighting);
    });
    await Promise.all(readers);
  }

  async #read(sighting: Sighting): Promise<void> {
    const { catalog, index, log, onAdded } = this.#options;
    const { id } = sighting;
    try {
      const report = await catalog.open(sighting);
      const { pipeline, run } = report.manifest;
      const added = index.add(report);
      if (added === "added" && this.#isReady) onAdded(report);
      const isDuplicate = added === "duplicate";
      if (isDuplicate && !this.#known.has(id)) {
        log("warn", "a run id was published twice; the first one stays", { pipeline, run, id });
      }
      // Should the first one go away, the second takes its place.
      if (isDuplicate) this.#putOff(id);
      else this.#known.set(id, { missed: 0, retry: null });
    } catch (error) {
      if (error instanceof FeaturescopeError && error.code === "store-unreachable") throw error;
      if (!this.#known.has(id)) log("warn", "a report is passed over", { id, error });
      this.#putOff(id);
    }
  }

  #putOff(id: string): void {
    const before = this.#known.get(id)?.retry?.afterMs ?? FIRST_RETRY_MS / 2;
    const afterMs = Math.min(LAST_RETRY_MS, before * 2);
    this.#known.set(id, { missed: 0, retry: { at: this.#options.now() + afterMs, afterMs } });
  }

  #dropGone(seen: ReadonlyMap<string, Sighting>): void {
    const { index, onRemoved } = this.#options;
    for (const [id, known] of this.#known) {
      known.missed = seen.has(id) ? 0 : known.missed + 1;
      if (known.missed < 2) continue;
      this.#known.delete(id);
      const report = index.get(id);
      if (report === undefined) continue;
      index.remove(id);
      onRemoved(report);
    }
  }
}
