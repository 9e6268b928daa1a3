import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { onTestFinished } from "vitest";

/** What gives a machine keys, as EC2's metadata service does where only its second version is allowed. */
export interface InstanceEndpoint {
  address: string;
  /** Null where the machine has no role. */
  role: string | null;
  keys: object;
  /** It thinks so long about each answer. */
  delayMs: number;
  /** What was asked for. */
  asked: string[];
}

const ROLES = "/latest/meta-data/iam/security-credentials/";

/** Starts one. @param keys what it gives, until that is changed */
export async function startInstanceEndpoint(keys: object): Promise<InstanceEndpoint> {
  const endpoint: InstanceEndpoint = { address: "", role: "feature+reader", keys, delayMs: 0, asked: [] };
  const tokens = new Set<string>();

  function answerTo({ method, url = "", headers }: IncomingMessage): [status: number, text: string] {
    const { role, keys } = endpoint;
    if (url === "/latest/api/token") {
      if (method !== "PUT") return [405, ""];
      const seconds = Number(headers["x-aws-ec2-metadata-token-ttl-seconds"]);
      if (!(seconds >= 1 && seconds <= 21_600)) return [400, ""];
      const token = `${randomUUID()}-must-not-show==`;
      tokens.add(token);
      return [200, token];
    }
    if (method !== "GET" || !tokens.has(String(headers["x-aws-ec2-metadata-token"]))) return [401, ""];
    if (role !== null && url === ROLES) return [200, role];
    const isOfRole = role !== null && url === `${ROLES}${role}`;
    return isOfRole ? [200, JSON.stringify({ Code: "Success", ...keys })] : [404, ""];
  }

  const server = createServer((request, response) => {
    endpoint.asked.push(`${request.method} ${request.url}`);
    void wait(endpoint.delayMs).then(() => {
      const [status, text] = answerTo(request);
      response.writeHead(status).end(text);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  endpoint.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return endpoint;
}
