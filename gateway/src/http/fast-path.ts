import type { IncomingMessage, ServerResponse } from "node:http";
import type { ByteCache } from "../cache/byte-cache.js";
import type { Representation, Variant } from "../files/representation.js";
import type { Observe } from "../metrics/quick-histogram.js";
import { type Choice, answerHeaders, choose } from "./answer.js";
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
  needsMore: (request: IncomingMessage, pipeline: string | null) => boolean;
  /** Headers that every answer has, for requests from pages of an origin. */
  sharedHeaders: (origin: string | undefined) => Readonly<Record<string, string>>;
}

/** Headers of an answer as they are written: names and values in turn. */
type Written = Record<Choice["status"], readonly string[]>;

/** An answer that can be given again. */
interface Remembered {
  key: string;
  headers: Record<string, string>;
  /** As in {@link KeptAnswer}. */
  pipeline: string | null;
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
    const { key, pipeline, route } = answer;
    const { observerOf } = this.#options;
    this.#kept.set(address, {
      key,
      pipeline,
      headers: headersOfHit(answer),
      observe: { 200: observerOf(route, 200), 304: observerOf(route, 304) },
      written: new WeakMap(),
    });
  }

  /** Answers if it can; false where the long way must be gone. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { cache, index, needsMore, sharedHeaders } = this.#options;
    const started = performance.now();
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const kept = this.#version === index.version ? this.#kept.get(request.url ?? "") : undefined;
    const representation = kept === undefined ? undefined : cache.fresh(kept.key);
    if (kept === undefined || representation === undefined || needsMore(request, kept.pipeline)) return false;
    const choice = choose(representation, request.headers);
    const shared = sharedHeaders(request.headers.origin);
    response.writeHead(
      choice.status,
      writtenHeaders(kept, shared, representation, choice.variant)[choice.status] as string[],
    );
    if (choice.status === 304 || request.method === "HEAD") response.end();
    else response.end(choice.variant.body);
    kept.observe[choice.status]((performance.now() - started) / 1000);
    return true;
  }
}

function writtenHeaders(
  { headers, written }: Remembered,
  shared: Readonly<Record<string, string>>,
  representation: Representation,
  variant: Variant,
): Written {
  let byVariant = written.get(shared);
  if (byVariant === undefined) written.set(shared, (byVariant = new WeakMap()));
  let lists = byVariant.get(variant);
  if (lists === undefined) {
    const list = (status: Choice["status"]): string[] =>
      Object.entries({ ...shared, ...answerHeaders(representation, { variant, status }, headers) }).flat();
    lists = { 200: list(200), 304: list(304) };
    byVariant.set(variant, lists);
  }
  return lists;
}
