import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { setTimeout } from "node:timers/promises";
import type { Engine } from "./engine.js";

/** The codes that WebDriver gives to keys. */
const KEYS = { ArrowDown: "\uE015", ArrowRight: "\uE014", Home: "\uE011" };

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/**
 * Starts WebKitGTK's browser on a screen of its own, driven by plain WebDriver.
 * @param screen path of xvfb-run
 * @param driver path of WebKitWebDriver
 * @param browser path of MiniBrowser
 */
export async function startWebKit(screen: string, driver: string, browser: string): Promise<Engine> {
  const port = await freePort();
  // Its own process group: the screen's wrapper does not pass a signal on.
  const child = spawn(screen, ["-a", "-s", "-screen 0 1280x1024x24", driver, `--port=${port}`], {
    detached: true,
    stdio: ["ignore", "ignore", "inherit"],
    // As root there is no sandbox; what it opens are pages of ours.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" },
  });

  async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`WebDriver ${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  }

  const isThere = (): Promise<boolean> =>
    ask("GET", "/status").then(
      () => true,
      () => false,
    );
  while (!(await isThere())) {
    if (child.exitCode !== null) throw new Error(`${driver} ended with ${child.exitCode}`);
    await setTimeout(50);
  }
  const { sessionId } = (await ask("POST", "/session", {
    capabilities: {
      alwaysMatch: { "webkitgtk:browserOptions": { binary: browser, args: ["--automation"] } },
    },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  await ask("POST", `${session}/window/rect`, { x: 0, y: 0, width: 1148, height: 900 });
  return {
    open: async (url) => void (await ask("POST", `${session}/url`, { url })),
    evaluate: (expression) =>
      ask("POST", `${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
    async press(key) {
      const value = KEYS[key];
      const actions = [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ];
      await ask("POST", `${session}/actions`, { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    async close() {
      await ask("DELETE", session).catch(() => undefined);
      if (child.pid !== undefined) process.kill(-child.pid);
      await once(child, "exit");
    },
  };
}
