import type { IncomingMessage, ServerResponse } from "node:http";
import type { ByteCache } from "../cache/byte-cache.js";
import type { Representation } from "../files/representation.js";
import { type Choice, answerHeaders, choose } from "./answer.js";
import { type KeptAnswer, headersOfHit } from "./send.js";

/** Addresses that are remembered; all of a large board's. */
const MAX_ADDRESSES = 10_000;

export interface FastPathOptions {
  cache: ByteCache<Representation>;
  /** What answers depend on beside the cache; they are forgotten when its version changes. */
  index: { readonly version: number };
  /** Told of each request that was answered. */
  onAnswer: (route: string, status: number, seconds: number) => void;
  /**
   * Whether a request must go the long way, to be refused or as it is not known who asks.
   * @param pipeline as in {@link KeptAnswer}
   */
  needsMore: (request: IncomingMessage, pipeline: string | null) => boolean;
  /** Headers that every answer has, for requests from pages of an origin. */
  sharedHeaders: (origin: string | undefined) => Readonly<Record<string, string>>;
}

/** An answer that can be given again. */
interface Remembered {
  key: string;
  headers: Record<string, string>;
  route: string;
  /** As in {@link KeptAnswer}. */
  pipeline: string | null;
  /** All headers as they are written, by the shared ones among them, then by tag and status. */
  written: WeakMap<object, Map<string, string[]>>;
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
    this.#kept.set(address, { ...answer, headers: headersOfHit(answer), written: new WeakMap() });
  }

  /** Answers if it can; false where the long way must be gone. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { cache, index, needsMore, onAnswer, sharedHeaders } = this.#options;
    const started = performance.now();
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const kept = this.#version === index.version ? this.#kept.get(request.url ?? "") : undefined;
    const representation = kept === undefined ? undefined : cache.fresh(kept.key);
    if (kept === undefined || representation === undefined || needsMore(request, kept.pipeline)) return false;
    const choice = choose(representation, request.headers);
    const shared = sharedHeaders(request.headers.origin);
    response.writeHead(choice.status, headersToWrite(kept, shared, representation, choice));
    if (choice.status === 304 || request.method === "HEAD") response.end();
    else response.end(choice.variant.body);
    onAnswer(kept.route, choice.status, (performance.now() - started) / 1000);
    return true;
  }
}

function headersToWrite(
  { headers, written }: Remembered,
  shared: Readonly<Record<string, string>>,
  representation: Representation,
  choice: Choice,
): string[] {
  let byTag = written.get(shared);
  if (byTag === undefined) written.set(shared, (byTag = new Map()));
  const name = `${choice.status}${choice.variant.etag}`;
  let list = byTag.get(name);
  if (list === undefined) {
    list = Object.entries({ ...shared, ...answerHeaders(representation, choice, headers) }).flat();
    byTag.set(name, list);
  }
  return list;
}
