// Finds the browsers other than Chromium, and the screen reader, that the tests of other engines drive, or installs Debian's as root.
import { existsSync, readdirSync } from "node:fs";
import { chromiumOnPath } from "./find-chromium.mjs";
import { installDebian } from "./install-debian.mjs";
import { onPath } from "./on-path.mjs";

const LIBRARIES = "/usr/lib";

/** WebKitGTK's own small browser, which lies beside its library and on no path. */
function miniBrowser() {
  if (!existsSync(LIBRARIES)) return undefined;
  const folders = readdirSync(LIBRARIES).flatMap((machine) =>
    ["4.1", "4.0"].map((version) => `${LIBRARIES}/${machine}/webkit2gtk-${version}/MiniBrowser`),
  );
  return folders.find((path) => existsSync(path));
}

const ENGINES = [
  {
    name: "Firefox",
    packages: ["firefox-esr"],
    programs: { FIREFOX_PATH: () => onPath("firefox-esr", "firefox") },
  },
  {
    name: "WebKitGTK",
    packages: ["webkit2gtk-driver", "xvfb", "xauth"],
    programs: {
      WEBKIT_DRIVER_PATH: () => onPath("WebKitWebDriver"),
      WEBKIT_BROWSER_PATH: miniBrowser,
      XVFB_PATH: () => onPath("xvfb-run"),
    },
  },
  {
    name: "Orca",
    packages: ["orca", "at-spi2-core", "dbus", "xvfb", "xauth"],
    programs: {
      ORCA_PATH: () => onPath("orca"),
      CHROMIUM_PATH: chromiumOnPath,
      BUS_PATH: () => onPath("dbus-run-session"),
      XVFB_PATH: () => onPath("xvfb-run"),
    },
  },
];

/** Puts the paths of an engine's programs into the environment; false where one is missing. */
function find({ programs }) {
  for (const [variable, look] of Object.entries(programs)) {
    const path = process.env[variable] ?? look();
    if (path === undefined) return false;
    process.env[variable] = path;
  }
  return true;
}

/** Names of the engines that can be had and of those that cannot; the paths of their programs are in the environment then. */
export function findEngines() {
  const wanted = ENGINES.filter((engine) => !find(engine));
  if (wanted.length > 0) installDebian(...wanted.flatMap(({ packages }) => packages));
  const missing = wanted.filter((engine) => !find(engine));
  const found = ENGINES.filter((engine) => !missing.includes(engine));
  return { found: found.map(({ name }) => name), missing: missing.map(({ name }) => name) };
}

/** Called by Vitest before the tests of other engines. */
export default function setup() {
  const { found } = findEngines();
  if (found.length === 0)
    throw new Error("No other engine: install firefox-esr, or webkit2gtk-driver and xvfb.");
}
