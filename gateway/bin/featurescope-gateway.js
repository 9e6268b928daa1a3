#!/usr/bin/env node
// Committed, so that npm can link the command before anything is built; the program itself is in dist.
import { existsSync } from "node:fs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`featurescope-gateway needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(2);
}
const main = new URL("../dist/main.js", import.meta.url);
if (!existsSync(main)) {
  console.error("featurescope-gateway is not built yet: run `npm run build` at the root of the repository.");
  process.exit(2);
}
// The first process of a container ends by no signal that nothing listens to. The program puts its own listeners in place of these.
process.once("SIGINT", () => process.exit(130)).once("SIGTERM", () => process.exit(143));
await import(main.href);
