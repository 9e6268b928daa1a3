import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Fault } from "./fake-s3.js";

/** What becomes of a call: it is passed on, never sent, or done without its answer ever coming back, or with half of it. */
type Fate = "pass" | "lose" | "lose-answer" | "cut-answer";

export interface FaultProxy {
  endpoint: URL;
  /** Decides about a call; all are passed on until it is set. */
  fate: (call: IncomingMessage) => Fate;
  /** Set to answer in the store's place; null for none. */
  fault: Fault | null;
  /** Methods of all calls. */
  methods: Set<string>;
}

/** Gives the first half of a body, then ends the connection. */
function cut(response: IncomingMessage, answer: ServerResponse): void {
  let left = Math.floor(Number(response.headers["content-length"] ?? 0) / 2);
  response.on("data", (chunk: Buffer) => {
    const part = chunk.subarray(0, left);
    left -= part.length;
    answer.write(part, () => left === 0 && answer.destroy());
  });
}

/** Stands in front of a store, loses calls and answers in its place; what is passed on arrives as it was sent, its signature included. */
export async function startFaultProxy(store: URL): Promise<FaultProxy> {
  const proxy: FaultProxy = {
    endpoint: new URL("http://127.0.0.1/"),
    fate: () => "pass",
    fault: null,
    methods: new Set(),
  };
  let calls = 0;
  const forward = (call: IncomingMessage, answer: ServerResponse, fate: Fate): void => {
    const { method, url: path, headers } = call;
    const onward = request(store, { method, path, headers, agent: false }, (response) => {
      if (fate === "lose-answer") {
        response.resume().on("end", () => call.socket.destroy());
        return;
      }
      answer.writeHead(response.statusCode ?? 502, response.headers);
      if (fate === "cut-answer") cut(response, answer);
      else response.pipe(answer);
    });
    onward.on("error", () => call.socket.destroy());
    call.pipe(onward);
  };
  const server = createServer((call, answer) => {
    proxy.methods.add(call.method ?? "");
    if (proxy.fault?.(call, answer, ++calls) === true) return;
    const fate = proxy.fate(call);
    if (fate === "lose") call.socket.destroy();
    else forward(call, answer, fate);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  proxy.endpoint.port = String((server.address() as AddressInfo).port);
  return proxy;
}
