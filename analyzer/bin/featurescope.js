#!/usr/bin/env node
// Committed, so that npm can link the command before anything is built; the program itself is in dist.
import { existsSync } from "node:fs";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`featurescope needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(2);
}
const main = new URL("../dist/program/main.js", import.meta.url);
if (!existsSync(main)) {
  console.error("featurescope is not built yet: run `npm run build` at the root of the repository.");
  process.exit(2);
}
await import(main.href);
