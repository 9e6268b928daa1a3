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

type Limits = Pick<ClientLimits, "checkMs" | "idleMs" | "stalledMs">;

/** How much had been read from a connection when it was last seen to be in use, and when that was. */
interface Seen {
  bytesRead: number;
  at: number;
}

/**
 * The connections of a server.
 *
 * Node's own `close()` also destroys connections whose answer was handed over but not yet taken by a slow client
 * (it looks at `finished`, not at what is flushed), which would truncate it. This one waits for them.
 */
export class Connections {
  #server: Server;
  #open = new Map<Socket, Seen>();

  constructor(server: Server, { checkMs, ...limits }: Limits) {
    this.#server = server;
    const watch = setInterval(() => this.#watch(limits), checkMs).unref();
    server.once("close", () => clearInterval(watch));
    server.on("connection", (socket) => {
      this.#open.set(socket, { bytesRead: 0, at: performance.now() });
      socket.once("close", () => this.#open.delete(socket));
    });
  }

  /** Refuses new connections and ends the open ones: at once, or after the answer that is under way; all that is written is sent. */
  close(): void {
    NetServer.prototype.close.call(this.#server);
    const idle = new Set(this.#open.keys());
    for (const response of underWay) {
      const { socket } = response.req;
      idle.delete(socket);
      if (this.#open.has(socket)) response.once("close", () => socket.end());
    }
    for (const socket of idle) socket.end();
  }

  /**
   * Closes what is idle, and lets Node cut off who takes nothing of an answer for a while; who takes a little now and then goes
   * on. Node's own limits, from the start of each connection or the end of each request, would cost a request two timers.
   */
  #watch({ stalledMs, idleMs }: Omit<Limits, "checkMs">): void {
    const at = performance.now();
    const busy = new Set([...underWay].map(({ req }) => req.socket));
    for (const [socket, seen] of this.#open) {
      const { bytesRead, timeout = 0, writableLength } = socket;
      const isSending = writableLength > 0;
      if (isSending !== timeout > 0) socket.setTimeout(isSending ? stalledMs : 0);
      if (isSending || busy.has(socket) || bytesRead > seen.bytesRead) Object.assign(seen, { bytesRead, at });
      else if (at - seen.at >= idleMs) socket.destroy();
    }
  }
}
