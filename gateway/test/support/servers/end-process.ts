import type { ChildProcess } from "node:child_process";
import { once } from "node:events";

/** Ends a process at once, as a machine that fails would; one that has ended already stays so. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
