import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { NotNow } from "../credentials/index.js";

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
      if (!NotNow.has(status)) {
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
