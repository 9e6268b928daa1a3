import { EventEmitter } from "node:events";
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { codeOf } from "@featurescope/analyzer/artifact";
import { NotNow } from "@featurescope/analyzer/credentials";

/** A call to a store that has ended. */
export interface StoreCall {
  /** Null where no answer came. */
  status: number | null;
}

export interface HardenedTransportOptions {
  secure: boolean;
  /** A call is given up whose answer does not begin within this time, waiting for a connection included, or then stands still for as long. */
  idleMs: number;
  /** A call is given up after this long, whatever moves. */
  deadlineMs: number;
  onCall?: (call: StoreCall) => void;
}

function isReset(error: Error): boolean {
  return ["ECONNRESET", "EPIPE"].includes(codeOf(error));
}

/** What minio-js uses of a `ClientRequest`. */
class Call extends EventEmitter {
  #options: HardenedTransportOptions;
  #request: RequestOptions;
  #onResponse: (response: IncomingMessage) => void;

  constructor(
    options: HardenedTransportOptions,
    request: RequestOptions,
    onResponse: (response: IncomingMessage) => void,
  ) {
    super();
    this.#options = options;
    this.#request = request;
    this.#onResponse = onResponse;
  }

  end(body?: string | Uint8Array | null): void {
    this.#attempt(body, true);
  }

  #attempt(body: string | Uint8Array | null | undefined, mayRetry: boolean): void {
    const { secure, idleMs, deadlineMs, onCall } = this.#options;
    const { method = "GET" } = this.#request;
    const report = (status: number | null): void => onCall?.({ status });
    const send = secure ? https.request : http.request;
    const request = send({ ...this.#request, timeout: idleMs }, (response) => {
      clearTimeout(beginning);
      this.#take(response, report);
    });
    const giveUp = (why: string): void =>
      void request.destroy(new Error(`the store did not answer in time: ${why}`));
    const nothing = (): void => giveUp(`nothing for ${idleMs} ms`);
    const beginning = setTimeout(nothing, idleMs);
    const deadline = setTimeout(() => giveUp(`${deadlineMs} ms in all`), deadlineMs);
    request.setTimeout(idleMs, nothing);
    request.once("close", () => {
      clearTimeout(beginning);
      clearTimeout(deadline);
    });
    request.on("error", (error) => {
      // A store may close an idle connection at the moment it is used again: that call was never seen.
      if (mayRetry && request.reusedSocket && isReset(error) && (method === "GET" || method === "HEAD")) {
        this.#attempt(body, false);
        return;
      }
      report(null);
      this.emit("error", error);
    });
    request.end(body ?? undefined);
  }

  #take(response: IncomingMessage, report: (status: number | null) => void): void {
    const status = response.statusCode ?? 0;
    report(status);
    if (!NotNow.has(status)) {
      this.#onResponse(response);
      return;
    }
    response.resume();
    this.emit("error", new NotNow(status, response.headers["retry-after"]));
  }
}

/**
 * A transport for minio-js that has what the library lacks: an end to every call, answers read to their end so that
 * connections are used again, one more try on a connection that was closed meanwhile, and the status of a refusal.
 * Its own retries are to be switched off.
 */
export function hardenedTransport(options: HardenedTransportOptions): Pick<typeof http, "request"> {
  const request = (request: RequestOptions, onResponse: (response: IncomingMessage) => void): ClientRequest =>
    new Call(options, request, onResponse) as unknown as ClientRequest;
  return { request: request as unknown as typeof http.request };
}
