import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { rm } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "minio";
import { s3Store } from "../../../src/store/s3-store.js";
import type { Store } from "../../../src/store/store.js";
import { endProcess } from "./end-process.js";
import { endWithProcess } from "./end-with-process.js";
import { suspendProcess } from "./suspend-process.js";

/** Users of a test server: one may do everything, one list and read one prefix, one also write it. */
export const ROOT = { accessKey: "root-key", secretKey: "root-secret-for-tests" };
export const READER = { accessKey: "reader-key", secretKey: "reader-secret-for-tests" };
export const WRITER = { accessKey: "writer-key", secretKey: "writer-secret-for-tests" };
/** The one bucket, and the prefix in it that reader and writer reach. */
export const BUCKET = "mlpipeline";
export const PREFIX = "featurescope";

/** A real server that speaks S3. */
export class RealS3 {
  readonly name: string;
  readonly endpoint: URL;
  readonly client: Client;
  #child: ChildProcess;
  #folder: string;

  /** @param folder what it keeps, removed when it is stopped */
  constructor(name: string, endpoint: URL, child: ChildProcess, folder: string) {
    this.name = name;
    this.#folder = folder;
    this.endpoint = endpoint;
    this.#child = child;
    this.client = new Client({
      endPoint: endpoint.hostname,
      port: Number(endpoint.port),
      useSSL: false,
      region: "us-east-1",
      ...ROOT,
    });
  }

  /** A store for the reader, below its prefix. */
  store(folder: string): Store {
    return s3Store({
      endpoint: this.endpoint,
      bucket: BUCKET,
      prefix: `${PREFIX}/${folder}`,
      region: "us-east-1",
      ...READER,
    });
  }

  /** Where a publisher would put reports, as the environment says it. */
  environment({ accessKey, secretKey } = WRITER): Record<string, string> {
    return {
      S3_ENDPOINT_URL: this.endpoint.origin,
      S3_ACCESS_KEY: accessKey,
      S3_SECRET_KEY: secretKey,
    };
  }

  /** Writes objects below a folder of the reader's prefix. */
  async put(folder: string, objects: Iterable<readonly [string, Buffer]>): Promise<void> {
    const waiting = [...objects].values();
    const writers = Array.from({ length: 16 }, async () => {
      for (const [path, body] of waiting)
        await this.client.putObject(BUCKET, `${PREFIX}/${folder}/${path}`, body);
    });
    await Promise.all(writers);
  }

  /** It accepts connections from now on and answers nothing. */
  async suspend(): Promise<void> {
    await suspendProcess(this.#child);
  }

  resume(): void {
    this.#child.kill("SIGCONT");
  }

  /** Ends it, and removes what it keeps. */
  async stop(): Promise<void> {
    await endProcess(this.#child);
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Starts a server and waits until `address` answers. Its output goes to a file. */
export async function startServer(
  program: string,
  args: readonly string[],
  {
    folder,
    address,
    environment = {},
  }: { folder: string; address: string; environment?: Record<string, string> },
): Promise<ChildProcess> {
  const log = openSync(`${folder}/log`, "a");
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...environment },
    stdio: ["ignore", log, log],
  });
  endWithProcess(child);
  for (let i = 0; i < 600 && child.exitCode === null; i++) {
    const isReady = await fetch(address).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return child;
    await wait(100);
  }
  child.kill("SIGKILL");
  throw new Error(`${program} did not get ready; see ${folder}/log`);
}
