import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { ByteCache, Copy } from "../cache/byte-cache.js";
import type { Representation } from "../files/representation.js";
import type { Observe } from "../metrics/quick-histogram.js";
import { acceptedVariant } from "./accepted-variant.js";
import { type Choice, answerHeaders, statusOf } from "./answer.js";
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
   * Whether who asks is known, and may have the answer. All others go the long way: it refuses them, or finds out.
   * @param pipeline as in {@link KeptAnswer}
   */
  mayAnswer: (headers: IncomingHttpHeaders, pipeline: string | null) => boolean;
  /** Headers that every answer has, for requests from pages of an origin. */
  sharedHeaders: (origin: string | undefined) => Readonly<Record<string, string>>;
}

/** One of so many answers is timed, and the others take its time: they differ by microseconds, and a clock takes as long as a look-up. */
const TIMED_ONE_OF = 16;
/** Forms of an answer that are remembered: a few encodings, for pages of a few origins. */
const MAX_FORMS = 8;
/** A longer `Accept-Encoding` is none in use, and is not remembered. */
const LONGEST_KEPT = 100;

/** One form of an answer: headers as they are written, names and values in turn. The body is the cache's alone, to drop it. */
interface Form {
  /** What it depends on. */
  acceptEncoding: string | undefined;
  shared: Readonly<Record<string, string>>;
  etag: string;
  /** Which of a representation's variants has this tag. */
  at: number;
  /** With a 200. */
  whole: string[];
  /** With a 304. */
  notModified: string[];
  /** Seconds that both tell as the last value; null where they tell no age. */
  age: number | null;
}

/** An answer that can be given again. */
interface Remembered {
  key: string;
  /** What the cache has under the key: to look it up for each answer took a twentieth of its time. */
  copy: Copy<Representation> | undefined;
  headers: Record<string, string>;
  /** As in {@link KeptAnswer}. */
  pipeline: string | null;
  hasAge: boolean;
  observeWhole: Observe;
  observeNotModified: Observe;
  forms: Form[];
}

/**
 * Answers again what was answered before, without routing: an address leads to a key of the cache and to headers.
 * The bytes on the wire are the same as those of the long way.
 */
export class FastPath {
  #options: FastPathOptions;
  #kept = new Map<string, Remembered>();
  #version = 0;
  /** Answers until the next is timed. */
  #untimed = 0;
  /** Seconds that the last timed answer took. */
  #seconds = 0;

  constructor(options: FastPathOptions) {
    this.#options = options;
  }

  /**
   * Remembers an answer.
   * @param version of the index when the request came: what it is made from
   */
  remember(address: string, answer: KeptAnswer, version: number): void {
    // Of addresses with a query or a host there is no end.
    const isOneOfFew = address.startsWith("/") && !address.includes("?");
    if (version !== this.#options.index.version || !isOneOfFew) return;
    if (this.#version !== version || this.#kept.size >= MAX_ADDRESSES) this.#kept.clear();
    this.#version = version;
    const { key, pipeline, route, hasAge } = answer;
    const { observerOf } = this.#options;
    this.#kept.set(address, {
      key,
      copy: undefined,
      pipeline,
      hasAge,
      headers: headersOfHit(answer),
      observeWhole: observerOf(route, 200),
      observeNotModified: observerOf(route, 304),
      forms: [],
    });
  }

  /** Answers if it can; false where the long way must be gone. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const { cache, index, mayAnswer, sharedHeaders } = this.#options;
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    const kept = this.#version === index.version ? this.#kept.get(request.url ?? "") : undefined;
    if (kept === undefined) return false;
    const started = this.#untimed === 0 ? performance.now() : 0;
    // Node has made them already, to look for Host and Expect.
    const { headers } = request;
    if (!mayAnswer(headers, kept.pipeline)) return false;
    const now = cache.now();
    if (!kept.copy?.value) kept.copy = cache.copyOf(kept.key);
    const { copy } = kept;
    const representation = copy === undefined ? null : cache.fresh(copy, now);
    if (copy === undefined || representation === null) return false;
    const form = formOf(kept, representation, headers["accept-encoding"], sharedHeaders(headers.origin));
    const variant = representation.variants[form.at]!;
    const status = statusOf(variant, headers["if-none-match"]);
    if (form.age !== null) tellAge(form, Math.floor((now - copy.readAt) / 1000));
    if (status === 304) response.writeHead(304, form.notModified).end();
    else if (request.method === "HEAD") response.writeHead(200, form.whole).end();
    else if (variant.text === null) response.writeHead(200, form.whole).end(variant.body);
    else response.writeHead(200, form.whole).end(variant.text, "latin1");
    this.#timeOne(started);
    if (status === 304) kept.observeNotModified(this.#seconds);
    else kept.observeWhole(this.#seconds);
    return true;
  }

  #timeOne(started: number): void {
    if (this.#untimed > 0) this.#untimed--;
    else {
      this.#seconds = (performance.now() - started) / 1000;
      this.#untimed = TIMED_ONE_OF - 1;
    }
  }
}

function formOf(
  kept: Remembered,
  representation: Representation,
  acceptEncoding: string | undefined,
  shared: Form["shared"],
): Form {
  const { variants } = representation;
  for (const form of kept.forms) {
    const isSame = form.acceptEncoding === acceptEncoding && form.shared === shared;
    if (isSame && variants[form.at]?.etag === form.etag) return form;
  }
  const variant = acceptedVariant(variants, acceptEncoding);
  const list = (status: Choice["status"]): string[] =>
    Object.entries({
      ...shared,
      ...answerHeaders(representation, { variant, status }, kept.headers),
      ...(kept.hasAge && { Age: "" }),
    }).flat();
  const form: Form = {
    acceptEncoding,
    shared,
    etag: variant.etag,
    at: variants.indexOf(variant),
    whole: list(200),
    notModified: list(304),
    age: kept.hasAge ? -1 : null,
  };
  if (kept.forms.length >= MAX_FORMS) kept.forms = [];
  if ((acceptEncoding?.length ?? 0) <= LONGEST_KEPT) kept.forms.push(form);
  return form;
}

function tellAge(form: Form, age: number): void {
  if (form.age === age) return;
  form.age = age;
  for (const list of [form.whole, form.notModified]) list[list.length - 1] = String(age);
}
