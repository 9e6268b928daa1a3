import http from "node:http";
import https from "node:https";
import { Client } from "minio";
import { clientCredentials } from "../credentials/index.js";
import { boundedTransport } from "./bounded-transport.js";
import type { BucketStore } from "./bucket-store.js";
import type { Patience } from "./try-again.js";

/** Objects above this size would be sent in parts, which no condition could cover; no file of a report comes near. */
const PART_BYTES = 1024 * 1024 * 1024;

/** A client of a store whose calls have an end and are tried once. */
export function bucketClient(store: BucketStore, { idleMs }: Patience): Client {
  const { endpoint, region } = store;
  const secure = endpoint.protocol === "https:";
  const agent = { keepAlive: true, maxSockets: 16 };
  return new Client({
    endPoint: endpoint.hostname,
    port: Number(endpoint.port) || (secure ? 443 : 80),
    useSSL: secure,
    // Without a region the library asks for it before the first call, once for each that waits.
    region,
    ...clientCredentials(store, idleMs),
    partSize: PART_BYTES,
    transport: boundedTransport(secure, idleMs),
    transportAgent: secure ? new https.Agent(agent) : new http.Agent(agent),
    retryOptions: { disableRetry: true },
  });
}
