import type { ChildProcess } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Stops a process in its tracks, all its threads: it accepts connections and answers nothing. The signal alone is not enough: on a busy machine
 * other threads go on until the one that is handed it gets a core.
 */
export async function suspendProcess(child: ChildProcess): Promise<void> {
  const threads = `/proc/${child.pid}/task`;
  child.kill("SIGSTOP");
  if (!existsSync(threads)) return;
  while (readdirSync(threads).some((thread) => !isStopped(`${threads}/${thread}/stat`))) await wait(1);
}

/** Of a thread's line `id (name) state …`, where a name may hold anything; a thread that has ended has no line. */
function isStopped(path: string): boolean {
  return !existsSync(path) || /\) T [^)]*$/.test(readFileSync(path, "utf8"));
}
