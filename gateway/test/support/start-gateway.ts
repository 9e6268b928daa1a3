import { type IncomingHttpHeaders, request } from "node:http";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { ClientLimits } from "../../src/client-limits.js";
import type { Config } from "../../src/config/config.js";
import { readConfig } from "../../src/config/read-config.js";
import { type Gateway, type GivenParts, createGateway } from "../../src/gateway.js";
import type { Level, Log } from "../../src/log.js";
import { type Served, serve } from "../../src/serve.js";
import { checkAnswer } from "./check-answer.js";

/** An answer, whole. */
export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
  json: () => Record<string, unknown>;
}

interface LoggedEvent {
  level: Level;
  message: string;
  fields: Record<string, unknown>;
}

export interface StartedGateway {
  gateway: Gateway;
  served: Served;
  events: LoggedEvent[];
  /** Asks for an address exactly as it is written, and sees that the answer is one that is described. */
  ask: (path: string, options?: { method?: string; headers?: Record<string, string> }) => Promise<Answered>;
  /** Looks at the store now. */
  refresh: () => Promise<void>;
}

/** Asks a server on this machine for a path, which goes out as it is written. */
export function ask(
  address: string,
  path: string,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answered> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: hostname.replace(/[[\]]/g, ""), port, path, method, headers, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on("error", reject);
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () => {
          const body = Buffer.concat(chunks);
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body,
            text: body.toString(),
            json: () => JSON.parse(body.toString()) as Record<string, unknown>,
          });
        });
      },
    );
    asked.on("error", reject);
    asked.end();
  });
}

/** What differs from a plain gateway. */
export type GatewaySettings = Partial<Omit<Config, "store">> &
  GivenParts & { limits?: Partial<ClientLimits> };

/** A gateway on a port that the system chooses, over a folder or a given store; it has looked at the store once. */
export async function startGateway(
  folder: string,
  { store, now, limits, ...settings }: GatewaySettings = {},
): Promise<StartedGateway> {
  const events: LoggedEvent[] = [];
  const log: Log = (level, message, fields = {}) => events.push({ level, message, fields });
  const config: Config = {
    ...readConfig({}),
    store: { type: "directory", folder },
    port: 0,
    elements: join(folder, "no-elements"),
    pollSeconds: 3600,
    cacheBytes: 16 * 1024 * 1024,
    ...settings,
  };
  const gateway = createGateway(config, log, { ...(store && { store }), ...(now && { now }) });
  const served = await serve(gateway, config, limits);
  onTestFinished(() => served.stop());
  await gateway.refresher.refresh();
  return {
    gateway,
    served,
    events,
    async ask(path, options) {
      const answer = await ask(served.address, path, options);
      checkAnswer(options?.method ?? "GET", path, answer);
      return answer;
    },
    refresh: () => gateway.refresher.refresh(),
  };
}
