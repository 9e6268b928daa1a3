import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { type Identity, isOver } from "../access/identity.js";
import type { FeatureNames } from "../index/feature-names.js";
import type { Report } from "../index/report.js";
import { HEARTBEAT, eventFormat, streamHead } from "./event-format.js";

/** How many streams may be open, and how they are kept open. */
export interface EventHubOptions {
  /** Streams at a time, of all clients. */
  maxStreams: number;
  /** Streams at a time of one client. */
  maxStreamsPerClient: number;
  /** Silence after which a comment is sent. */
  heartbeatSeconds: number;
  /** Withdrawals to be told to whoever may have missed them. */
  withdrawn: () => readonly Told[];
  /** Milliseconds since 1970. */
  now?: () => number;
}

/** Of whom an event tells, as long as it is kept: not the report itself, which may have gone. */
export interface ToldOf {
  pipeline: string;
  pipelineKey: string;
  features: FeatureNames;
}

/** What is told, and of whom. */
export interface Told {
  of: ToldOf;
  data: unknown;
}

/** What a client wants to hear of. */
export interface Subscription {
  /** Names the client, for the limit. */
  client: string;
  /** Whose stream it is: it ends with the proof of that. */
  identity: Pick<Identity, "expires">;
  /** Whether events of a report are for it. */
  wants: (of: ToldOf) => boolean;
  /** The last event that it had; null for a new one. */
  lastEventId: string | null;
}

interface Sent {
  sequence: number;
  of: ToldOf;
  bytes: Buffer;
}

/** Of whom events of a report tell. */
export function toldOf({ manifest, pipelineKey, features }: Report): ToldOf {
  return { pipeline: manifest.pipeline, pipelineKey, features: features.names };
}

/** Events kept for clients that come back. */
const KEPT_EVENTS = 1024;
/** A client that has so much still to take is too slow, and is cut off; it comes back by itself. */
const MAX_BACKLOG_BYTES = 64 * 1024;
const RETRY_MS = 3000;

/**
 * Tells all who listen of reports that came or went, for as long as they may. An event is made once and written to each; none of them can hold
 * up the others.
 */
export class EventHub {
  #options: Required<EventHubOptions>;
  /** Ids of another process are of no use here. */
  #epoch = randomBytes(6).toString("hex");
  #sequence = 0;
  #kept: Sent[] = [];
  #wasHeard = false;
  #streams = new Map<ServerResponse, Subscription>();
  #perClient = new Map<string, number>();
  #heartbeat: NodeJS.Timeout;

  constructor(options: EventHubOptions) {
    this.#options = { now: Date.now, ...options };
    this.#heartbeat = setInterval(() => this.#beat(), options.heartbeatSeconds * 1000);
    this.#heartbeat.unref();
  }

  /** Streams that are open. */
  get size(): number {
    return this.#streams.size;
  }

  /**
   * Whether one more stream of a client may be opened.
   * @throws FeaturescopeError `too-many-streams`
   */
  requireRoom(client: string): void {
    const { maxStreams, maxStreamsPerClient } = this.#options;
    if (this.#streams.size < maxStreams && (this.#perClient.get(client) ?? 0) < maxStreamsPerClient) return;
    throw new FeaturescopeError("too-many-streams", "too many event streams are open; try again later");
  }

  /** Writes to a response from now on, after what it missed. Its status and headers are the caller's. */
  subscribe(response: ServerResponse, subscription: Subscription): void {
    const { client } = subscription;
    this.#wasHeard = true;
    this.#streams.set(response, subscription);
    this.#perClient.set(client, (this.#perClient.get(client) ?? 0) + 1);
    response.once("close", () => this.#forget(response, client));
    response.on("error", () => response.destroy());
    response.write(streamHead(this.#id(this.#sequence), RETRY_MS));
    for (const bytes of this.#missed(subscription)) response.write(bytes);
  }

  /** Tells of a report that came. */
  publish(report: Report, data: unknown): void {
    this.#tell("report", { of: toldOf(report), data });
  }

  /** Tells of a report that went. */
  withdraw(report: Report, data: unknown): void {
    this.#tell("withdrawn", { of: toldOf(report), data });
  }

  /** Lets all who listen, or did, load everything again. */
  reset(): void {
    if (!this.#wasHeard) return;
    this.#kept = [];
    const bytes = this.#resetBytes(++this.#sequence);
    for (const [response, subscription] of this.#streams) this.#write(response, subscription, bytes);
  }

  /** Ends the streams of those who may listen no longer. */
  endOver(): void {
    const now = this.#options.now();
    for (const [response, { identity }] of this.#streams) if (isOver(identity, now)) response.end();
  }

  /** Ends all streams; their clients come back, to whoever then answers. */
  close(): void {
    clearInterval(this.#heartbeat);
    for (const response of this.#streams.keys()) response.end();
  }

  #tell(name: string, { of, data }: Told): void {
    const sequence = ++this.#sequence;
    const sent = { sequence, of, bytes: eventFormat(this.#id(sequence), name, data) };
    this.#kept.push(sent);
    if (this.#kept.length > KEPT_EVENTS) this.#kept.shift();
    for (const [response, subscription] of this.#streams) {
      if (subscription.wants(of)) this.#write(response, subscription, sent.bytes);
    }
  }

  #id(sequence: number): string {
    return `${this.#epoch}-${sequence}`;
  }

  #resetBytes(sequence: number): Buffer {
    return eventFormat(this.#id(sequence), "reset", {});
  }

  /**
   * Events since the client's last one; a `reset` where they are not known, so that it loads everything again. Who is new or loads again
   * may show a run that was withdrawn a moment ago, or hear of it from a gateway that has not noticed.
   */
  *#missed({ lastEventId, wants }: Subscription): Generator<Buffer> {
    if (lastEventId !== null && this.#isKnown(lastEventId)) {
      const last = Number(lastEventId.split("-")[1]);
      for (const { sequence, of, bytes } of this.#kept) if (sequence > last && wants(of)) yield bytes;
      return;
    }
    if (lastEventId !== null) yield this.#resetBytes(this.#sequence);
    for (const { of, data } of this.#options.withdrawn())
      if (wants(of)) yield eventFormat(this.#id(this.#sequence), "withdrawn", data);
  }

  /** Whether all events since one are kept. */
  #isKnown(id: string): boolean {
    const [epoch, text = ""] = id.split("-");
    const last = /^\d{1,15}$/.test(text) ? Number(text) : Infinity;
    const oldest = this.#kept[0]?.sequence ?? this.#sequence + 1;
    return epoch === this.#epoch && last <= this.#sequence && last >= oldest - 1;
  }

  #write(response: ServerResponse, { identity }: Subscription, bytes: Buffer): void {
    if (response.writableLength > MAX_BACKLOG_BYTES) response.destroy();
    else if (isOver(identity, this.#options.now())) response.end();
    else response.write(bytes);
  }

  #beat(): void {
    for (const [response, subscription] of this.#streams) this.#write(response, subscription, HEARTBEAT);
  }

  #forget(response: ServerResponse, client: string): void {
    this.#streams.delete(response);
    const left = (this.#perClient.get(client) ?? 1) - 1;
    if (left === 0) this.#perClient.delete(client);
    else this.#perClient.set(client, left);
  }
}
