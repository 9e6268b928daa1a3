// Records optional packages for other platforms that the registry at hand did not serve when the lock file was made;
// without them `npm ci` refuses on macOS and Windows. Their versions are pinned by their parents; they carry no integrity.
import { readFile, writeFile } from "node:fs/promises";
import { optionalPackages } from "./lock-file.mjs";

const systems = [
  "android",
  "darwin",
  "linux",
  "win32",
  "freebsd",
  "openbsd",
  "netbsd",
  "sunos",
  "aix",
  "openharmony",
];
const processors = [
  ["riscv64", "riscv64"],
  ["ppc64", "ppc64"],
  ["loong64", "loong64"],
  ["mips64el", "mips64el"],
  ["s390x", "s390x"],
  ["arm64", "arm64"],
  ["armv7", "arm"],
  ["arm", "arm"],
  ["ia32", "ia32"],
  ["x64", "x64"],
  ["wasm32", "wasm32"],
];

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(await readFile(file, "utf8"));
const missing = optionalPackages(lock);
for (const { name, version, dev } of missing) {
  const words = name.split(/[-/]/);
  const cpu = processors.find(([word]) => name.includes(word))?.[1];
  const os = systems.find((word) => words.includes(word)) ?? (cpu ? undefined : "none");
  const libc = words.includes("musl")
    ? "musl"
    : os === "linux" && words.includes("gnu")
      ? "glibc"
      : undefined;
  lock.packages[`node_modules/${name}`] = {
    version,
    ...(dev ? { dev } : {}),
    optional: true,
    ...(cpu ? { cpu: [cpu] } : {}),
    ...(os ? { os: [os] } : {}),
    ...(libc ? { libc: [libc] } : {}),
  };
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
await writeFile(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} records added`);
