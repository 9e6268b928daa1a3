import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "../eventually.js";

const helper = pathToFileURL(join(import.meta.dirname, "end-with-process.ts")).href;

/** Starts two servers, as a file of tests does while it is read, and says which. */
const PROGRAM = `
import { spawn } from "node:child_process";
import { endWithProcess } from ${JSON.stringify(helper)};
const servers = [1, 2].map(() => spawn("sleep", ["1000"]));
for (const server of servers) endWithProcess(server);
console.log(servers.map(({ pid }) => pid).join(" "));
setInterval(() => undefined, 1000);
`;

test("servers end with a process that is ended by a signal", async () => {
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", PROGRAM]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = (await once(child.stdout, "data")) as [Buffer];
  const servers = String(line).trim().split(" ").map(Number);
  const areAlive = (): boolean[] =>
    servers.map((pid) => {
      try {
        return process.kill(pid, 0);
      } catch {
        return false;
      }
    });
  onTestFinished(() => {
    for (const [i, isAlive] of areAlive().entries()) if (isAlive) process.kill(servers[i]!, "SIGKILL");
  });
  expect(areAlive()).toEqual([true, true]);

  child.kill("SIGTERM");
  await once(child, "exit");

  await eventually(() => expect(areAlive()).toEqual([false, false]));
});
