// Finds a Chromium for the browser tests, or installs Debian's as root, and says in one line which it is.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function onPath() {
  for (const folder of (process.env.PATH ?? "").split(delimiter)) {
    for (const name of names) {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return join(folder, name);
      } catch {
        // not in this folder
      }
    }
  }
  return undefined;
}

async function playwrights() {
  const { chromium } = await import("playwright");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

function debians() {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return undefined;
  const options = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], options);
  return onPath();
}

function giveUp(message) {
  console.error(message);
  process.exit(2);
}

/** Path of a Chromium that can be started. Exits with a clear line where there is none. */
export async function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given)) {
    giveUp(`CHROMIUM_PATH names ${given}, which does not exist: correct or unset it.`);
  }
  const ways = [
    { how: "named by CHROMIUM_PATH", find: () => given },
    { how: "found on the PATH", find: onPath },
    { how: "of Playwright", find: playwrights },
    { how: "installed from Debian's packages", find: debians },
  ];
  for (const { how, find } of ways) {
    const path = (await find()) ?? "";
    if (path === "") continue;
    console.log(`Chromium ${how}: ${path}`);
    return path;
  }
  return giveUp(
    "The browser tests need a Chromium: set CHROMIUM_PATH, put one on the PATH, or run `npx playwright install chromium`.",
  );
}
