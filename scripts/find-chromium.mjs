// Finds a Chromium for the browser tests, or installs Debian's as root, and says in one line which it is.
import { existsSync } from "node:fs";
import { installDebian } from "./install-debian.mjs";
import { onPath } from "./on-path.mjs";

/** Path of a Chromium on the PATH; undefined where there is none. */
export const chromiumOnPath = () =>
  onPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

async function playwrights() {
  const { chromium } = await import("playwright");
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

function debians() {
  installDebian("chromium");
  return chromiumOnPath();
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
    { how: "found on the PATH", find: chromiumOnPath },
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
