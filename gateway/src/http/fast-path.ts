import type { IncomingMessage, ServerResponse } from "node:http";
import type { ByteCache, Copy } from "../cache/byte-cache.js";
import type { Representation, Variant } from "../files/representation.js";
import type { Observe } from "../metrics/quick-histogram.js";
import { type Choice, answerHeaders, choose } from "./answer.js";
import { type PickedHeaders, pickHeaders } from "./picked-headers.js";
import { type KeptAnswer, headersOfHit } from "./send.js";

/** Addresses that are remembered; all of a large board's. */
const MAX_ADDRESSES = 10_000;

export interface FastPathOptions {
  cache: ByteCache<Representation>;
  /** What answers depend on beside the cache; they are forgotten when its version changes. */
  index: { readonly version: number };
  /** Gives what takes the times of a route's answers with a status. */
  observerOf: (route: string, status: number) => Observe;
  /**
   * Whether a request must go the long way, to be refused or as it is not known who asks.
   * @param pipeline as in {@link KeptAnswer}
   */
  needsMore: (headers: PickedHeaders, pipeline: string | null) => boolean;
  /** Headers that every answer has, for requests from pages of an origin. */
  sharedHeaders: (origin: string | undefined) => Readonly<Record<string, string>>;
}

/** Headers of an answer as they are written: names and values in turn. */
interface Written extends Record<Choice["status"], string[]> {
  /** Seconds that both tell as the last value; null where they tell no age. */
  age: number | null;
}

/** An answer that can be given again. */
interface Remembered {
  key: string;
  headers: Record<string, string>;
  /** As in {@link KeptAnswer}. */
  pipeline: string | null;
  hasAge: boolean;
  observe: Record<Choice["status"], Observe>;
  /** By the shared headers among them, then by variant. */
  written: WeakMap<object, WeakMap<Variant, Written>>;
}

/**
 * Answers again what was answered before, without routing: an address leads to a key of the cache and to headers.
 * The bytes on the wire are the same as those of the long way.
 */
export class FastPath {
  #options: FastPathOptions;
  #kept = new Map<string, Remembered>();
  #version = 0;

  constructor(options: FastPathOptions) {
    this.#options = options;
  }

  /**
   * Remembers an answer.
   * @param version of the index when the request came: what it is made from
   */
  remember(address: string, answer: KeptAnswer, version: number): void {
    if (version !== this.#options.index.version || address.includes("?")) return;
    if (this.#version !== version || this.#kept.size >= MAX_ADDRESSES) this.#kept.clear();
    this.#version = version;
    const { key, pipeline, route, hasAge } = answer;
    const { observerOf } = this.#options;
    this.#kept.set(address, {
      key,
      pipeline,
      hasAge,
      headers: headersOfHit(answer),
      observe: { 200: observerOf(route, 200), 304: observerOf(route, 304) },
      written: new WeakMap(),
    });
  }

  /** Answers if it can; false where the long way must be gone. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { cache, index, needsMore, sharedHeaders } = this.#options;
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const kept = this.#version === index.version ? this.#kept.get(request.url ?? "") : undefined;
    if (kept === undefined) return false;
    const started = cache.now();
    const headers = pickHeaders(request.rawHeaders);
    if (headers === null || needsMore(headers, kept.pipeline)) return false;
    const copy = cache.fresh(kept.key, started);
    if (copy === undefined) return false;
    const { variant, status } = choose(copy.value, headers.acceptEncoding, headers.ifNoneMatch);
    const written = writtenHeaders(kept, sharedHeaders(headers.origin), copy, variant);
    if (written.age !== null) tellAge(written, Math.floor((started - copy.readAt) / 1000));
    response.writeHead(status, written[status]);
    if (status === 304 || request.method === "HEAD") response.end();
    else response.end(variant.body);
    kept.observe[status]((cache.now() - started) / 1000);
    return true;
  }
}

function writtenHeaders(
  { headers, hasAge, written }: Remembered,
  shared: Readonly<Record<string, string>>,
  { value }: Copy<Representation>,
  variant: Variant,
): Written {
  let byVariant = written.get(shared);
  if (byVariant === undefined) written.set(shared, (byVariant = new WeakMap()));
  let lists = byVariant.get(variant);
  if (lists === undefined) {
    const list = (status: Choice["status"]): string[] =>
      Object.entries({
        ...shared,
        ...answerHeaders(value, { variant, status }, headers),
        ...(hasAge && { Age: "" }),
      }).flat();
    lists = { 200: list(200), 304: list(304), age: hasAge ? -1 : null };
    byVariant.set(variant, lists);
  }
  return lists;
}

function tellAge(written: Written, age: number): void {
  if (written.age === age) return;
  written.age = age;
  for (const list of [written[200], written[304]]) list[list.length - 1] = String(age);
}
