import { once } from "node:events";
import { type Server, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { codeOf, FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Handler } from "./app.js";
import { CLIENT_LIMITS, type ClientLimits } from "./client-limits.js";
import type { Config } from "./config/config.js";
import { Connections } from "./connections.js";
import type { Gateway } from "./gateway.js";
import { keepTickShape } from "./keep-tick-shape.js";

/** What is still under way after this long is cut off. */
export const HARD_STOP_MS = 25_000;

/** A gateway that listens. */
export interface Served {
  /** Where it is reached, with a trailing slash. */
  address: string;
  /** Where probes and metrics are, if they have a port of their own. */
  adminAddress: string | null;
  /** Lets those who send requests notice, finishes what is under way, then ends. */
  stop(): Promise<void>;
}

const MAX_HEADER_BYTES = 16 * 1024;

function createLimitedServer(handler: Handler, limits: ClientLimits): Server {
  const server = createServer(
    {
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      connectionsCheckingInterval: limits.checkMs,
      // Node would set a timer before each request and one after it; Connections looks for idle ones.
      keepAliveTimeout: 0,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    handler,
  );
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  return server;
}

/** Listens. @throws FeaturescopeError `invalid-configuration` */
async function listen(server: Server, host: string, port: number, variable: string): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (cause) {
    const message =
      codeOf(cause) === "EADDRINUSE"
        ? `port ${port} of ${host} is taken: stop what listens there, or set ${variable} to another`
        : `cannot listen on ${host}:${port}: ${String(cause)}`;
    throw new FeaturescopeError("invalid-configuration", message, { cause });
  }
}

function addressOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === "IPv6" ? `[${address}]` : address}:${port}/`;
}

/**
 * Starts to listen and to look at the store.
 * @param given limits in place of the usual ones
 * @throws FeaturescopeError `invalid-configuration` where an address cannot be listened on
 */
export async function serve(
  gateway: Gateway,
  config: Config,
  given: Partial<ClientLimits> = {},
): Promise<Served> {
  keepTickShape();
  const { adminPort, drainSeconds, host, port } = config;
  const limits = { ...CLIENT_LIMITS, ...given };
  const server = createLimitedServer(gateway.handler, limits);
  const connections = new Connections(server, limits);
  await listen(server, host, port, "PORT");
  const admin = adminPort === null ? null : createLimitedServer(gateway.adminHandler, limits);
  if (admin !== null) await listen(admin, host, adminPort!, "ADMIN_PORT");
  gateway.start();
  let stopped: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    gateway.draining.isDraining = true;
    await wait(drainSeconds * 1000);
    gateway.stop();
    const closed = once(server, "close");
    connections.close();
    const cut = setTimeout(() => server.closeAllConnections(), HARD_STOP_MS);
    await closed;
    clearTimeout(cut);
    admin?.close();
    admin?.closeAllConnections();
  };
  return {
    address: addressOf(server),
    adminAddress: admin === null ? null : addressOf(admin),
    stop: () => (stopped ??= stop()),
  };
}
