import type { Server, ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import type { ClientLimits } from "./client-limits.js";

/** Answers that are being made. One that is made at once needs no entry. */
const underWay = new Set<ServerResponse>();

/** Notes that an answer is being made, until it is written or its client has gone. */
export function noteUnderWay(response: ServerResponse): void {
  underWay.add(response);
  response.once("close", () => underWay.delete(response));
}

/**
 * The connections of a server.
 *
 * Node's own `close()` also destroys connections whose answer was handed over but not yet taken by a slow client
 * (it looks at `finished`, not at what is flushed), which would truncate it. This one waits for them.
 */
export class Connections {
  #server: Server;
  #open = new Set<Socket>();

  constructor(server: Server, { stalledMs, checkMs }: Pick<ClientLimits, "stalledMs" | "checkMs">) {
    this.#server = server;
    const watch = setInterval(() => this.#watchStalled(stalledMs), checkMs).unref();
    server.once("close", () => clearInterval(watch));
    server.on("connection", (socket) => {
      this.#open.add(socket);
      socket.once("close", () => this.#open.delete(socket));
    });
  }

  /** Refuses new connections and ends the open ones: at once, or after the answer that is under way; all that is written is sent. */
  close(): void {
    NetServer.prototype.close.call(this.#server);
    const idle = new Set(this.#open);
    for (const response of underWay) {
      const { socket } = response.req;
      idle.delete(socket);
      if (this.#open.has(socket)) response.once("close", () => socket.end());
    }
    for (const socket of idle) socket.end();
  }

  /**
   * Lets Node cut off who takes nothing of an answer for a while; who takes a little now and then goes on. A limit from the
   * start of each connection would cost each request two timers.
   */
  #watchStalled(stalledMs: number): void {
    for (const socket of this.#open) {
      if (socket.writableLength > 0 && !socket.timeout) socket.setTimeout(stalledMs);
    }
  }
}
