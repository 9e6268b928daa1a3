// The lock file names no registry and misses no platform: `npm ci` must work everywhere.
import { readFile } from "node:fs/promises";
import { foreignRecord, optionalPackages } from "./lock-file.mjs";

const lock = JSON.parse(await readFile(new URL("../package-lock.json", import.meta.url), "utf8"));
const faults = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  if (!path.includes("node_modules/") || entry.link) continue;
  if (entry.resolved !== undefined) faults.push(`${path} carries a download address`);
  if (entry.integrity === undefined && !entry.inBundle && !foreignRecord(entry))
    faults.push(`${path} has no integrity`);
}
for (const { name } of optionalPackages(lock))
  faults.push(`${name} is missing: run node scripts/complete-lock.mjs`);
if (faults.length > 0) {
  console.error(faults.slice(0, 20).join("\n"));
  process.exit(1);
}
