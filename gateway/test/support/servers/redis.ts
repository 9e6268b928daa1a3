import { type ChildProcess, spawn } from "node:child_process";
import { openSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { installDebian } from "../../../../scripts/install-debian.mjs";
import { onPath } from "../../../../scripts/on-path.mjs";
import { endProcess } from "./end-process.js";
import { endWithProcess } from "./end-with-process.js";
import { freePorts } from "./free-ports.js";
import { installOnce } from "./install-once.js";
import { suspendProcess } from "./suspend-process.js";

const ABSENT = "no redis-server on the PATH";

async function install(): Promise<string> {
  if (onPath("redis-server") === undefined) {
    await installOnce("redis-server", () => {
      installDebian("redis-server");
      return onPath("redis-server") === undefined ? Promise.reject(new Error(ABSENT)) : Promise.resolve();
    });
    // It may have been installed in a system that is gone, with what is kept between runs.
    if (onPath("redis-server") === undefined) installDebian("redis-server");
  }
  const program = onPath("redis-server");
  if (program === undefined) throw new Error(ABSENT);
  return program;
}

/** A real Redis that keeps nothing. */
export class RealRedis {
  readonly port: number;
  readonly folder: string;
  readonly #program: string;
  readonly #options: readonly string[];
  #child: ChildProcess | null = null;

  private constructor(program: string, folder: string, port: number, options: readonly string[]) {
    this.#program = program;
    this.folder = folder;
    this.port = port;
    this.#options = options;
  }

  /** @param options of redis-server, as on its command line; `{folder}` in them stands for its own */
  static async start(...options: string[]): Promise<RealRedis> {
    const program = await install();
    const folder = await mkdtemp(join(tmpdir(), "featurescope-redis-"));
    const [port] = await freePorts(1);
    const server = new RealRedis(program, folder, port!, options);
    await server.start();
    return server;
  }

  /** Starts it anew, on the same port. */
  async start(): Promise<void> {
    const log = openSync(join(this.folder, "log"), "a");
    const own = ["--port", String(this.port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
    const options = this.#options.map((option) => option.replaceAll("{folder}", this.folder));
    const child = spawn(this.#program, [...own, "--dir", this.folder, ...options], {
      stdio: ["ignore", log, log],
    });
    this.#child = child;
    endWithProcess(child);
    for (let i = 0; i < 300 && child.exitCode === null; i++) {
      if (await answers(this.port)) return;
      await wait(20);
    }
    throw new Error(`Redis did not get ready: ${await readFile(join(this.folder, "log"), "utf8")}`);
  }

  /** It accepts connections from now on and answers nothing. */
  async suspend(): Promise<void> {
    if (this.#child !== null) await suspendProcess(this.#child);
  }

  resume(): void {
    this.#child?.kill("SIGCONT");
  }

  /** Ends it at once, as a machine that fails would. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child !== null) await endProcess(child);
  }

  /** Ends it, and removes what it wrote. */
  async stop(): Promise<void> {
    await this.kill();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** Whether anything answers, be it that a password is needed. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, "127.0.0.1", () => socket.write("PING\r\n"));
    const end = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.on("data", (data) => end(/^[+-]/.test(String(data))));
    socket.on("error", () => end(false));
    socket.setTimeout(1000, () => end(false));
  });
}
