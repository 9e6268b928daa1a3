import { setTimeout as wait } from "node:timers/promises";

/** What is not done after this long hangs. */
const LAST_CALLS_MS = 1000;

/** Whether a file system was asked for something and has not answered. */
const isAsking = (): boolean =>
  process.getActiveResourcesInfo().some((name) => /^(FS|FileHandle)/.test(name));

/**
 * Ends the process. `process.exit` waits for all threads, without end for one that a hanging file system keeps: the process then ends by
 * SIGTERM, as it would have without its own listener. The first process of a container cannot, and is left to who ends the container.
 * @param code what it ends with, unless something hangs
 */
export async function endProcess(code: number): Promise<void> {
  for (const end = performance.now() + LAST_CALLS_MS; isAsking() && performance.now() < end;) await wait(10);
  if (isAsking()) {
    process.removeAllListeners("SIGTERM");
    process.kill(process.pid, "SIGTERM");
  }
  process.exit(code);
}
