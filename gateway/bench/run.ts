import { hints } from "./hints.js";
import { metadata } from "./metadata.js";
import { overhead } from "./overhead.js";
// `npm run bench -w gateway`: measures the built gateway against others in one run, and prints tables.
import { isHere } from "./program.js";
import { runs } from "./runs.js";
import { streams } from "./streams.js";
import { throughput } from "./throughput.js";
import { wide } from "./wide.js";

// Servers end with what started them, also when it is interrupted.
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(130));

const parts = { throughput, overhead, streams, hints, runs, wide, metadata };
const [, , ...asked] = process.argv;

if (!isHere("wrk")) {
  console.error("wrk is not here (Debian: apt install wrk)");
  process.exit(2);
}
for (const [name, run] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n## ${name}`);
  await run();
}
process.exit(0);
