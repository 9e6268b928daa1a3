import { type Server, type ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";

/**
 * The connections of a server, and which of them have an answer under way.
 *
 * Node's own `close()` also destroys connections whose answer was handed over but not yet taken by a slow client
 * (it looks at `finished`, not at what is flushed), which would truncate it. This one waits for them.
 */
export class Connections {
  #server: Server;
  /** Answers under way on each connection. */
  #busy = new Map<Socket, number>();
  #isClosing = false;

  constructor(server: Server) {
    this.#server = server;
    server.on("connection", (socket) => {
      this.#busy.set(socket, 0);
      socket.once("close", () => this.#busy.delete(socket));
    });
    server.on("request", ({ socket }, response) => this.#count(socket, response));
  }

  /** Refuses new connections, closes those without an answer under way, and each other one after its answer. */
  close(): void {
    this.#isClosing = true;
    NetServer.prototype.close.call(this.#server);
    for (const [socket, answers] of this.#busy) if (answers === 0) socket.destroy();
  }

  #count(socket: Socket, response: ServerResponse): void {
    this.#busy.set(socket, (this.#busy.get(socket) ?? 0) + 1);
    response.on("close", () => {
      const answers = this.#busy.get(socket);
      if (answers === undefined) return;
      this.#busy.set(socket, answers - 1);
      if (this.#isClosing && answers === 1) socket.end();
    });
  }
}
