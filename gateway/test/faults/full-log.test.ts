import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, openSync } from "node:fs";
import { rename } from "node:fs/promises";
import { expect, onTestFinished, test } from "vitest";
import { GATEWAY } from "../support/built-program.js";
import { eventually } from "../support/eventually.js";
import { freePorts } from "../support/servers/free-ports.js";
import { ask } from "../support/start-gateway.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { publish } from "../support/write-report.js";

/** Takes no byte, as a disk that is full. */
const FULL = "/dev/full";

test.skipIf(!existsSync(FULL))(
  "a gateway whose log finds no room starts, goes on serving when there is something to log, and stops in order",
  async () => {
    const folder = temporaryFolder();
    await publish(folder, { run: "a" });
    const [port] = await freePorts(1);
    const child = spawn(process.execPath, [GATEWAY], {
      env: { PATH: process.env["PATH"], STORE: folder, PORT: String(port), POLL_SECONDS: "0.1" },
      stdio: ["ignore", openSync(FULL, "w"), "inherit"],
    });
    onTestFinished(() => void child.kill("SIGKILL"));
    const address = `http://127.0.0.1:${port}/`;
    const store = async () => (await ask(address, "/readyz")).json()["store"];

    await eventually(async () => expect(await store()).toBe("reachable"));
    await rename(folder, `${folder}-away`);
    await eventually(async () => expect(await store()).toBe("store-unreachable"));
    await rename(`${folder}-away`, folder);
    await eventually(async () => expect(await store()).toBe("reachable"));
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  },
);
