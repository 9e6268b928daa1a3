import { errorOfAnswer } from "../controllers/load-error.js";
import { request } from "../fetch.js";
import { EventStreamParser, type StreamEvent } from "./event-stream-parser.js";
import { pause } from "./pause.js";
import { retryDelay } from "./retry-delay.js";

/** What an event stream tells. */
export interface StreamListener {
  /** @param isResumed whether it goes on where the one before ended: then what came in between follows as events */
  onOpen: (isResumed: boolean) => void;
  onEvent: (event: StreamEvent) => void;
  /** A second attempt in a row failed, or one more; the next ones follow by themselves. */
  onLost: () => void;
}

/** Silence after which a connection counts as dead, in milliseconds: a gateway says every 15 s that it is there. */
const SILENCE = 45_000;
/** Wait after a failure where the stream has not said how long, in milliseconds. */
const RETRY = 3000;
/** Failures in a row after which the stream counts as lost: a gateway that starts again is no news. */
const LOST_AFTER = 2;

/**
 * An event stream through the replaceable fetch, so that authentication works for it as well. While the page is hidden it is
 * closed; visible again, it goes on with the id of its last event. Broken, silent or refused, it comes back with growing
 * waits, for as long as it is wanted.
 */
export class EventStream {
  #address: string;
  #listener: StreamListener;
  #wanted: AbortController | null = null;
  #connected: AbortController | null = null;
  #lastEventId = "";
  #retry = RETRY;

  constructor(address: string, listener: StreamListener) {
    this.#address = address;
    this.#listener = listener;
  }

  /** Keeps the stream open from now on. */
  open(): void {
    this.#wanted = new AbortController();
    const { signal } = this.#wanted;
    document.addEventListener("visibilitychange", this.#sync, { signal });
    this.#sync();
  }

  /** Ends it; opened again, it goes on where it was. */
  close(): void {
    this.#wanted?.abort();
    this.#wanted = null;
    this.#sync();
  }

  #sync = (): void => {
    const isDue = this.#wanted !== null && document.visibilityState === "visible";
    if (isDue && this.#connected === null) {
      this.#connected = new AbortController();
      void this.#follow(this.#connected.signal);
    } else if (!isDue) {
      this.#connected?.abort();
      this.#connected = null;
    }
  };

  async #follow(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.#read(signal, () => (failures = 0));
      } catch {
        // Why it ended does not matter: it is opened again.
      }
      if (signal.aborted) return;
      failures++;
      if (failures >= LOST_AFTER) this.#listener.onLost();
      await pause(retryDelay(failures, this.#retry, Math.random()), signal).catch(() => undefined);
    }
  }

  /** Reads one connection to its end. */
  async #read(signal: AbortSignal, onOpen: () => void): Promise<void> {
    const connection = new AbortController();
    const end = (): void => connection.abort();
    signal.addEventListener("abort", end, { signal: connection.signal });
    let silence = setTimeout(end, SILENCE);
    try {
      const last = this.#lastEventId;
      const response = await request(this.#address, {
        signal: connection.signal,
        cache: "no-store",
        headers: { accept: "text/event-stream", ...(last === "" ? {} : { "last-event-id": last }) },
      });
      if (!response.ok || response.body === null) throw await errorOfAnswer(response, this.#address);
      const parser = new EventStreamParser(last);
      const reader = response.body.getReader();
      for (let isFirst = true; ; isFirst = false) {
        const { done, value } = await reader.read();
        if (done || connection.signal.aborted) return;
        clearTimeout(silence);
        silence = setTimeout(end, SILENCE);
        const events = parser.push(value);
        this.#lastEventId = parser.lastEventId;
        this.#retry = parser.retry ?? this.#retry;
        if (isFirst) {
          onOpen();
          this.#listener.onOpen(last !== "");
        }
        for (const event of events) this.#listener.onEvent(event);
      }
    } finally {
      clearTimeout(silence);
      connection.abort();
    }
  }
}
