import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";

/** An answer of a store that says: not now. */
export class NotNow extends Error {
  /** When to try again; null where the store does not say. */
  readonly retryAfterSeconds: number | null;

  constructor(status: number, retryAfter: string | undefined) {
    super(`the store answers ${status}`);
    this.name = "NotNow";
    this.retryAfterSeconds =
      retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : null;
  }
}

/** What minio-js would retry by itself, leaving the body of the answer unread and its connection in use for ever. */
const NOT_NOW = new Set([408, 429, 499, 500, 502, 503, 504, 520]);

/**
 * A transport for minio-js whose calls have an end. Its own retries are to be switched off.
 * @param idleMs a call on whose connection nothing moves for this long is given up
 */
export function boundedTransport(secure: boolean, idleMs: number): Pick<typeof http, "request"> {
  const send = secure ? https.request : http.request;
  const request = (
    options: RequestOptions,
    onResponse: (response: IncomingMessage) => void,
  ): ClientRequest => {
    const request = send({ ...options, timeout: idleMs }, (response) => {
      const status = response.statusCode ?? 0;
      if (!NOT_NOW.has(status)) {
        onResponse(response);
        return;
      }
      response.resume();
      request.emit("error", new NotNow(status, response.headers["retry-after"]));
    });
    request.setTimeout(idleMs, () => {
      request.destroy(new Error(`no answer within ${idleMs / 1000} s`));
    });
    return request;
  };
  return { request: request as typeof http.request };
}
