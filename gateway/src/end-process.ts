import { setTimeout as wait } from "node:timers/promises";

/** What is not done after this long hangs. */
const LAST_CALLS_MS = 1000;

/** Whether a file system was asked for something and has not answered. */
const isAsking = (): boolean =>
  process.getActiveResourcesInfo().some((name) => /^(FS|FileHandle)/.test(name));

/** Puts another program in the place of this one, whose threads the system ends. Node has it from 22.15 on, and not on Windows. */
type Execve = (file: string, args: readonly string[], env: NodeJS.ProcessEnv) => never;

/** Ends the process although a file system keeps one of its threads. Gives back where that cannot be done. */
function endHanging(code: number): void {
  const { execve } = process as NodeJS.Process & { execve?: Execve };
  const env = { ...process.env, NODE_OPTIONS: "" };
  execve?.(process.execPath, [process.execPath, "--eval", `process.exitCode = ${code}`], env);
  process.removeAllListeners("SIGTERM");
  process.kill(process.pid, "SIGTERM");
}

/**
 * Ends the process. `process.exit` waits for all threads, without end for one that a hanging file system keeps: where Node can, the
 * process then becomes one that only ends; with an older Node it ends by SIGTERM. To the first process of a container the system
 * brings no signal that it does not listen to, nor SIGKILL from within: there an older Node is left to who ends the container.
 * @param code what it ends with; not by SIGTERM
 */
export async function endProcess(code: number): Promise<void> {
  for (const end = performance.now() + LAST_CALLS_MS; isAsking() && performance.now() < end;) await wait(10);
  if (isAsking()) endHanging(code);
  process.exit(code);
}
