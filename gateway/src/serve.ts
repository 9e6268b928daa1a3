import { once } from "node:events";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Config } from "./config/config.js";
import { Connections } from "./connections.js";
import type { Gateway } from "./gateway.js";

/** What is still under way after this long is cut off. */
const HARD_STOP_MS = 25_000;

/** A gateway that listens. */
export interface Served {
  /** Where it is reached, with a trailing slash. */
  address: string;
  /** Lets those who send requests notice, finishes what is under way, then ends. */
  stop(): Promise<void>;
}

/** Slow or endless requests are cut off; a proxy in front keeps connections for shorter than this server does. */
const SERVER_OPTIONS = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 75_000,
  maxHeaderSize: 16 * 1024,
};

async function listen(server: Server, { host, port }: Config): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : "";
    const message =
      code === "EADDRINUSE"
        ? `port ${port} of ${host} is taken: stop what listens there, or set PORT to another`
        : `cannot listen on ${host}:${port}: ${String(cause)}`;
    throw new FeaturescopeError("invalid-configuration", message, { cause });
  }
}

/**
 * Starts to listen and to look at the store.
 * @throws FeaturescopeError `invalid-configuration` where the address cannot be listened on
 */
export async function serve(gateway: Gateway, config: Config): Promise<Served> {
  const server = createServer(SERVER_OPTIONS, gateway.handler);
  const connections = new Connections(server);
  await listen(server, config);
  gateway.refresher.start(config.pollSeconds);
  const { address, family, port } = server.address() as AddressInfo;
  let stopped: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    gateway.draining.isDraining = true;
    await wait(config.drainSeconds * 1000);
    gateway.stop();
    const closed = once(server, "close");
    connections.close();
    const cut = setTimeout(() => server.closeAllConnections(), HARD_STOP_MS);
    await closed;
    clearTimeout(cut);
  };
  return {
    address: `http://${family === "IPv6" ? `[${address}]` : address}:${port}/`,
    stop: () => (stopped ??= stop()),
  };
}
