import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, openSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ChannelCredentials, Client, credentials } from "@grpc/grpc-js";
import { endProcess } from "./end-process.js";
import { endWithProcess } from "./end-with-process.js";
import { freePorts } from "./free-ports.js";
import { installOnce } from "./install-once.js";
import type { Certificate } from "./make-certificate.js";
import { runProgram } from "./run-program.js";
import { suspendProcess } from "./suspend-process.js";

/** The version whose store speaks the protocol of the service that Kubeflow Pipelines deploys (1.14). */
const VERSION = "1.17.1";

/** An output of a step, as its executor tells it. */
export interface Output {
  name: string;
  type: string;
  uri: string;
  metadata: Record<string, unknown>;
}

/** What a run of a pipeline with one step leaves. */
export interface RecordedRun {
  pipeline: string;
  /** Kubeflow's own id of the run. */
  id: string;
  namespace: string;
  task: string;
  /** Parameters of the step. */
  inputs?: Record<string, unknown>;
  outputs: Output[];
  /** Ids of its artifacts, where they are there already. */
  given?: number[];
  /** Set where the step is not run, but its result of an earlier run is taken. */
  isCached?: true;
  /** Set while the launcher has recorded its outputs, and not yet that the step is done. */
  unpublished?: true;
}

async function install(): Promise<string> {
  const folder = await installOnce(`ml-metadata-${VERSION}`, async (folder) => {
    // The newest Python that there is a wheel for.
    await runProgram("python3.11", ["-m", "venv", folder]).catch(() =>
      runProgram("python3", ["-m", "venv", folder]),
    );
    const pip = ["-m", "pip", "install", "--quiet", "--only-binary", ":all:"];
    await runProgram(join(folder, "bin/python"), [...pip, `ml-metadata==${VERSION}`]);
  });
  return join(folder, "bin/python");
}

/** What differs from a store of its own that speaks without TLS. */
export interface ServerOptions {
  /** Where it keeps what it holds; by default a file of its own. */
  database?: string;
  certificate?: Certificate;
}

function credentialsFor({ certificate }: ServerOptions): ChannelCredentials {
  return certificate === undefined
    ? credentials.createInsecure()
    : credentials.createSsl(readFileSync(certificate.path));
}

const toBytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const fromBytes = (bytes: Buffer) => JSON.parse(String(bytes)) as { answer: unknown };

/** A real store of ML Metadata that listens; it can be ended and begun again with what it holds. */
export class MlMetadataServer {
  readonly address: string;
  #python: string;
  #folder: string;
  #options: ServerOptions;
  #child: ChildProcess | null = null;
  #client: Client;

  constructor(python: string, folder: string, port: number, options: ServerOptions) {
    this.#python = python;
    this.#folder = folder;
    this.#options = options;
    this.address = `127.0.0.1:${port}`;
    this.#client = new Client(this.address, credentialsFor(options), {
      "grpc.max_receive_message_length": -1,
      "grpc.max_send_message_length": -1,
      "grpc.max_reconnect_backoff_ms": 200,
    });
  }

  async begin(): Promise<void> {
    const program = join(import.meta.dirname, "ml-metadata.py");
    const log = openSync(join(this.#folder, "log"), "a");
    const { database = join(this.#folder, "metadata.db"), certificate } = this.#options;
    const tls = certificate === undefined ? [] : [certificate.path, certificate.keyPath];
    const child = spawn(this.#python, [program, database, this.address.split(":")[1]!, ...tls], {
      stdio: ["ignore", "pipe", log],
    });
    endWithProcess(child);
    this.#child = child;
    const ended = once(child, "exit").then(() => {
      throw new Error(`ML Metadata did not get ready; see ${this.#folder}/log`);
    });
    await Promise.race([once(child.stdout!, "data"), ended]);
    ended.catch(() => undefined);
  }

  /** Puts a run in, and gives the ids of its artifacts. */
  record(run: RecordedRun): Promise<number[]> {
    return this.#ask("record", run) as Promise<number[]>;
  }

  recordMany(runs: readonly RecordedRun[]): Promise<number[][]> {
    return this.#ask("record_many", runs) as Promise<number[][]>;
  }

  async change(id: number, changes: { state?: string; metadata?: Record<string, unknown> }): Promise<void> {
    await this.#ask("change", { id, ...changes });
  }

  /** Names of the calls since it was asked last. */
  calls(): Promise<string[]> {
    return this.#ask("calls", null) as Promise<string[]>;
  }

  /** Takes out all that it holds. */
  async empty(): Promise<void> {
    await this.#ask("empty", null);
  }

  /** The next so many calls are aborted, as by a deadlock in the database. */
  async abort(calls: number): Promise<void> {
    await this.#ask("abort", calls);
  }

  /** It accepts connections from now on and answers nothing. */
  async suspend(): Promise<void> {
    if (this.#child !== null) await suspendProcess(this.#child);
  }

  resume(): void {
    this.#child?.kill("SIGCONT");
  }

  /** Ends it at once; what it holds stays. */
  async end(): Promise<void> {
    if (this.#child !== null) await endProcess(this.#child);
  }

  /** Ends it, and removes what it holds. */
  async stop(): Promise<void> {
    await this.end();
    this.#client.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  #ask(method: string, request: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const path = `/featurescope.Test/${method}`;
      this.#client.makeUnaryRequest(path, toBytes, fromBytes, request, (error, answer) =>
        error === null ? resolve(answer!.answer) : reject(error),
      );
    });
  }
}

/** Starts an empty store. */
export async function startMlMetadata(options: ServerOptions = {}): Promise<MlMetadataServer> {
  const python = await install();
  // SQLite waits for the disk with every call that writes; a test writes hundreds.
  const parent = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  const folder = await mkdtemp(join(parent, "featurescope-ml-metadata-"));
  const [port] = await freePorts(1);
  const server = new MlMetadataServer(python, folder, port!, options);
  await server.begin();
  return server;
}
