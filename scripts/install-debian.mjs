import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Installs packages of Debian, where there is apt and we are root; nothing happens elsewhere. Waits while another process does. */
export function installDebian(...packages) {
  if (process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return;
  const options = {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  };
  // apt itself gives up at once where its lists are in use.
  const apt = (...args) =>
    spawnSync("flock", [join(tmpdir(), "featurescope-apt"), "apt-get", ...args], options);
  apt("update", "-qq");
  apt("install", "-y", "-qq", "--no-install-recommends", ...packages);
}
