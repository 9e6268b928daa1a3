import {
  type ReportEvent,
  decodePipelineList,
  decodeReportEvent,
  decodeWithdrawnEvent,
} from "@featurescope/analyzer/artifact";
import { loadDocument } from "../controllers/load-document.js";
import type { StreamEvent } from "./event-stream-parser.js";
import { EventStream } from "./event-stream.js";

/** What a gateway tells of a pipeline. */
export type PublishedRun = Pick<ReportEvent, "pipeline" | "run" | "isNewest">;

/** A run of a pipeline. */
export type NamedRun = Pick<ReportEvent, "pipeline" | "run">;

/** One text for each run of each pipeline: ids of runs have no slash. */
export function nameOf({ pipeline, run }: NamedRun): string {
  return `${pipeline}/${run}`;
}

/** Who listens to a gateway. */
export interface GatewayListener {
  /** A run was published, or is the newest where something may have been missed. */
  onRun: (run: PublishedRun) => void;
  /** A run was withdrawn, and counts as gone until it is published again. */
  onWithdrawn: (run: NamedRun) => void;
  /** Events were missed for good: what hangs on more than the newest run is to be asked for again. */
  onGap: () => void;
  onConnected: (isConnected: boolean) => void;
}

/** How long a stream is kept after its last listener went, in milliseconds: another element may be on its way. */
const LINGER = 1000;

const gateways = new Map<string, GatewayEvents>();

/**
 * Listens to a gateway's events. All who listen to the same one, in the whole page, share one stream.
 * @param root address of the gateway up to and with `/api/v1/`
 * @returns ends it
 */
export function listenToGateway(root: URL, listener: GatewayListener): () => void {
  const { href } = root;
  let events = gateways.get(href);
  if (events === undefined) {
    events = new GatewayEvents(root, () => gateways.delete(href));
    gateways.set(href, events);
  }
  return events.add(listener);
}

class GatewayEvents {
  #root: URL;
  #onEnd: () => void;
  #stream: EventStream;
  #listeners = new Set<GatewayListener>();
  #looking: AbortController | null = null;
  #closing: ReturnType<typeof setTimeout> | undefined;
  #isConnected = true;
  /** By pipeline: who comes later hears of it as well. */
  #newest = new Map<string, PublishedRun>();
  /** By name. Another gateway may answer that has not noticed yet. */
  #withdrawn = new Map<string, NamedRun>();

  constructor(root: URL, onEnd: () => void) {
    this.#root = root;
    this.#onEnd = onEnd;
    this.#stream = new EventStream(new URL("events", root).href, {
      onOpen: (isResumed) => this.#opened(isResumed),
      onEvent: (event) => this.#take(event),
      onLost: () => {
        this.#connected(false);
        // What keeps a stream from coming through, as a proxy that waits for its end, may let answers pass.
        void this.#look();
      },
    });
    this.#stream.open();
  }

  add(listener: GatewayListener): () => void {
    clearTimeout(this.#closing);
    this.#listeners.add(listener);
    listener.onConnected(this.#isConnected);
    for (const run of this.#withdrawn.values()) listener.onWithdrawn(run);
    for (const run of this.#newest.values()) listener.onRun(run);
    return () => {
      if (!this.#listeners.delete(listener) || this.#listeners.size > 0) return;
      this.#closing = setTimeout(() => this.#end(), LINGER);
    };
  }

  #end(): void {
    this.#looking?.abort();
    this.#stream.close();
    this.#onEnd();
  }

  #opened(isResumed: boolean): void {
    this.#connected(true);
    // A run may have been published after the documents were loaded and before the stream was there.
    if (!isResumed) void this.#look();
  }

  #take({ type, data }: StreamEvent): void {
    if (type === "reset") {
      for (const { onGap } of this.#listeners) onGap();
      void this.#look();
    }
    try {
      if (type === "withdrawn") this.#withdraw(decodeWithdrawnEvent(JSON.parse(data)));
      if (type !== "report") return;
      const run = decodeReportEvent(JSON.parse(data));
      this.#withdrawn.delete(nameOf(run));
      this.#tell(run);
    } catch {
      // An event of a newer gateway, or none at all: whoever waits for a run finds it at the next look.
    }
  }

  /** Asks once, for all who listen, which runs are the newest. */
  async #look(): Promise<void> {
    this.#looking?.abort();
    this.#looking = new AbortController();
    try {
      const address = new URL("pipelines", this.#root);
      const { document } = await loadDocument(address, decodePipelineList, this.#looking.signal);
      for (const { pipeline, newest } of document.pipelines)
        this.#tell({ pipeline, run: newest.run, isNewest: true });
    } catch {
      // The stream tells of the next run all the same.
    }
  }

  #tell(run: PublishedRun): void {
    if (this.#withdrawn.has(nameOf(run))) return;
    if (run.isNewest) this.#newest.set(run.pipeline, run);
    for (const { onRun } of this.#listeners) onRun(run);
  }

  #withdraw(run: NamedRun): void {
    this.#withdrawn.set(nameOf(run), run);
    if (this.#newest.get(run.pipeline)?.run === run.run) this.#newest.delete(run.pipeline);
    for (const { onWithdrawn } of this.#listeners) onWithdrawn(run);
  }

  #connected(isConnected: boolean): void {
    this.#isConnected = isConnected;
    for (const { onConnected } of this.#listeners) onConnected(isConnected);
  }
}
