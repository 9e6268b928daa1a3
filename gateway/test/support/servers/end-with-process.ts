import type { ChildProcess } from "node:child_process";

/**
 * Ends a server with the process that started it, at the latest. Vitest ends its workers by a signal, which tells no `exit`, where
 * tests are only listed, or a run is broken off.
 */
export function endWithProcess(child: ChildProcess): void {
  process.once("exit", () => child.kill("SIGKILL"));
  process.once("SIGTERM", () => process.exit(143));
}
