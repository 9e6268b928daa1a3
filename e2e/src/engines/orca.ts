import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { launch, type Browser, type KeyInput, type Page } from "puppeteer-core";
import { startSpeechServer } from "./speech-server.js";

/** A Chromium with a screen reader that listens to it. */
export interface ScreenReader {
  page: Page;
  /** What was said since the last key, a phrase a line. */
  heard(): string;
  /** Presses a key; what was said before is forgotten. */
  press(key: KeyInput): Promise<void>;
  close(): Promise<void>;
}

/** Programs that it takes. */
export interface ScreenReaderPaths {
  orca: string;
  /** dbus-run-session: Orca and the browser meet on a bus. */
  bus: string;
  /** xvfb-run */
  screen: string;
  chromium: string;
}

/** Starts Orca, the screen reader of Linux desktops, and a browser, on a screen and a bus of their own. */
export async function startOrca({ orca, bus, screen, chromium }: ScreenReaderPaths): Promise<ScreenReader> {
  const speech = await startSpeechServer();
  const folder = await mkdtemp(join(tmpdir(), "featurescope-orca-"));
  const own = { ...process.env, HOME: folder, XDG_RUNTIME_DIR: folder };
  const start = `echo "$DISPLAY|$XAUTHORITY|$DBUS_SESSION_BUS_ADDRESS"; exec "${orca}" --replace`;
  // Its own process group: the screen's wrapper does not pass a signal on.
  const child = spawn(screen, ["-a", "-s", "-screen 0 1280x1024x24", bus, "--", "sh", "-c", start], {
    detached: true,
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...own, SPEECHD_ADDRESS: speech.address },
  });
  const end = async (): Promise<void> => {
    if (child.exitCode === null) {
      process.kill(-child.pid!);
      await once(child, "exit");
    }
    speech.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  const open = async (): Promise<Browser> => {
    const [line] = (await once(createInterface(child.stdout), "line")) as [string];
    const [DISPLAY = "", XAUTHORITY = "", DBUS_SESSION_BUS_ADDRESS = ""] = line.split("|");
    // A window that opens before Orca listens is never taken for the active one.
    while (speech.phrases.length === 0) {
      if (child.exitCode !== null) throw new Error(`${orca} ended with ${child.exitCode}`);
      await setTimeout(50);
    }
    return launch({
      executablePath: chromium,
      headless: false,
      args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--force-renderer-accessibility"],
      defaultViewport: null,
      env: { ...own, DISPLAY, XAUTHORITY, DBUS_SESSION_BUS_ADDRESS },
    });
  };
  const browser = await open().catch(async (failure: unknown) => {
    await end();
    throw failure;
  });
  const [page = await browser.newPage()] = await browser.pages();
  let before = 0;
  return {
    page,
    heard: () => speech.phrases.slice(before).join("\n"),
    async press(key) {
      before = speech.phrases.length;
      await page.keyboard.press(key);
    },
    async close() {
      await browser.close();
      await end();
    },
  };
}
