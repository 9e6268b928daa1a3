import { once } from "node:events";
import { type AddressInfo, type Socket, connect, createServer } from "node:net";
import { onTestFinished } from "vitest";

/** Stands in front of a server on this machine. */
export interface CuttingProxy {
  port: number;
  /** For each connection, in their order, after how many bytes of answers it is cut; later ones never are. */
  cuts: number[];
  connections: number;
  /** Called when a connection is cut. */
  onCut: () => Promise<unknown>;
}

/** Starts one for the calling test. */
export async function startCuttingProxy(port: number): Promise<CuttingProxy> {
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const limit = proxy.cuts[proxy.connections++] ?? Infinity;
    const onward = connect(port, "127.0.0.1");
    let passed = 0;
    for (const socket of [client, onward]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => [client, onward].forEach((end) => end.destroy()));
    }
    client.pipe(onward);
    onward.on("data", (data) => {
      passed += data.length;
      if (passed <= limit) client.write(data);
      else {
        onward.pause();
        void proxy.onCut().then(() => client.destroy());
      }
    });
  }).listen(0, "127.0.0.1");
  const proxy: CuttingProxy = { port: 0, cuts: [], connections: 0, onCut: () => Promise.resolve() };
  await once(server, "listening");
  proxy.port = (server.address() as AddressInfo).port;
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return proxy;
}
