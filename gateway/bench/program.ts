import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** Whether a program can be started. */
export function isHere(program: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${program}`]).status === 0;
}

/** A port of this machine that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Processor on which servers run, so that they do not share one with what measures them. */
const SERVER_CORE = "0";
export const CLIENT_CORE = "1";

/** The command to run a program on one processor, where that can be chosen. */
export function onCore(core: string, command: readonly string[]): string[] {
  return isHere("taskset") ? ["taskset", "-c", core, ...command] : [...command];
}

/** A server under test. */
export class Program {
  readonly child: ChildProcess;
  /** Everything it wrote. */
  output = "";

  constructor(command: readonly string[], environment: Record<string, string> = {}) {
    const [program = "", ...args] = onCore(SERVER_CORE, command);
    this.child = spawn(program, args, {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    process.once("exit", () => this.stop());
    this.child.stdout?.on("data", (data) => (this.output += String(data)));
    this.child.stderr?.on("data", (data) => (this.output += String(data)));
  }

  /** Waits until an address answers with 200. */
  async answers(address: string): Promise<void> {
    for (let i = 0; i < 1200; i++) {
      const isUp = await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      );
      if (isUp) return;
      await wait(100);
    }
    this.stop();
    throw new Error(`no answer at ${address}: ${this.output.slice(-1000)}`);
  }

  /** Processor time in seconds so far. */
  cpuSeconds(): number {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }

  /** Resident memory in bytes. */
  residentBytes(): number {
    return this.#status("VmRSS");
  }

  /** The most that its resident memory ever was, in bytes. */
  mostResidentBytes(): number {
    return this.#status("VmHWM");
  }

  #status(field: string): number {
    const status = readFileSync(`/proc/${this.child.pid}/status`, "utf8");
    return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1]) * 1024;
  }

  stop(): void {
    this.child.kill("SIGKILL");
  }
}
