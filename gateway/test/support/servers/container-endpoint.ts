import { once } from "node:events";
import { type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** What gives a container keys, on this machine: like the agent of EKS Pod Identity, or of ECS. */
export interface ContainerEndpoint {
  address: string;
  /** How it answers a call with the right token. */
  answer: (response: ServerResponse) => void;
  /** Tokens that it accepts. */
  tokens: Set<string>;
  /** Calls so far. */
  calls: number;
  /** Calls under way. */
  open: number;
}

/** Starts one. @param keys what it gives, until that is changed */
export async function startContainerEndpoint(keys: object, token: string): Promise<ContainerEndpoint> {
  const endpoint: ContainerEndpoint = {
    address: "",
    answer: giving(keys),
    tokens: new Set([token]),
    calls: 0,
    open: 0,
  };
  const server = createServer((request, response) => {
    endpoint.calls++;
    endpoint.open++;
    response.once("close", () => endpoint.open--);
    if (endpoint.tokens.has(request.headers.authorization ?? "")) endpoint.answer(response);
    else response.writeHead(403).end(`{"code":"AccessDenied","message":"${request.headers.authorization}"}`);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  endpoint.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/credentials`;
  return endpoint;
}

/** An answer with keys. */
export function giving(keys: object): ContainerEndpoint["answer"] {
  return (response) =>
    response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(keys));
}
