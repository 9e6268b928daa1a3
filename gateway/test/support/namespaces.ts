import { spawnSync } from "node:child_process";

const ARGUMENTS = [
  "--user",
  "--map-root-user",
  "--pid",
  "--mount",
  "--fork",
  "mount",
  "-t",
  "tmpfs",
  "none",
  "/mnt",
];

/**
 * Whether a program can be given users, processes and mounts of its own here, as a container has them. Inside of a container mostly not:
 * tests that need them are left out there.
 */
export const hasNamespaces = spawnSync("unshare", ARGUMENTS).status === 0;

if (!hasNamespaces)
  console.warn("no namespaces can be made here: tests of programs in containers are left out");
