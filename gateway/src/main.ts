import { readFileSync } from "node:fs";
import { ERRORS, FeaturescopeError } from "@featurescope/analyzer/artifact";
import { pino } from "pino";
import { checkReach } from "./check-reach.js";
import type { Config } from "./config/config.js";
import { describeConfig } from "./config/describe-config.js";
import { readConfig } from "./config/read-config.js";
import { endProcess } from "./end-process.js";
import { createGateway } from "./gateway.js";
import { jsonLog } from "./log.js";
import { serve } from "./serve.js";

const USAGE = `featurescope-gateway: serves the newest reports of a store over HTTP. It is configured by environment variables;
gateway/README.md lists them.

  --check         print what it would do in this environment, ask the store for the newest report, and exit: 5 where it cannot be reached
  -V, --version   print the version
  -h, --help      print this help

Example: STORE=./reports PORT=8000 featurescope-gateway
`;

/** What of the log waits, where there is no room for it, until there is. */
const MAX_LOG_BYTES = 1024 * 1024;

async function check(config: Config): Promise<void> {
  process.stdout.write(`${describeConfig(config).join("\n")}\n`);
  const { lines, isReached } = await checkReach(config);
  process.stdout.write(`${lines.join("\n")}\n`);
  await endProcess(isReached ? 0 : ERRORS["store-unreachable"].exit);
}

async function run(config: Config): Promise<void> {
  const output = pino.destination({ fd: 1, sync: true, maxLength: MAX_LOG_BYTES });
  // A full disk under the log is no reason to stop serving.
  output.on("error", () => undefined);
  const log = jsonLog(output);
  for (const { name, like } of config.unread) log("warn", "a variable is not read", { name, like });
  const gateway = createGateway(config, log);
  const served = await serve(gateway, config);
  log("info", "listening", {
    address: served.address,
    ...(served.adminAddress !== null && { adminAddress: served.adminAddress }),
    store: gateway.store.address,
    catalog: config.catalog,
  });
  const stop = (signal: string): void => {
    log("info", "stopping", { signal });
    void served.stop().then(() => endProcess(0));
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
    const early = process.rawListeners(signal) as (() => void)[];
    // In this order: with the last listener Node would drop a signal that has come and was not told yet.
    process.once(signal, stop);
    for (const listener of early) process.off(signal, listener);
  }
}

/** The path holds for `src` and `dist` alike. */
function version(): string {
  const text = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

async function main(): Promise<void> {
  const given = process.argv.slice(2).join(" ");
  if (given === "-h" || given === "--help") process.stdout.write(USAGE);
  else if (given === "-V" || given === "--version") process.stdout.write(`${version()}\n`);
  else if (given === "--check") await check(readConfig(process.env));
  else if (given === "") await run(readConfig(process.env));
  else {
    const message = `expected --check, --version, --help or nothing, found ${given}`;
    throw new FeaturescopeError("invalid-usage", message);
  }
}

main().catch((error: unknown) => {
  const isKnown = error instanceof FeaturescopeError;
  const lines = isKnown ? error.message.split("\n") : [error instanceof Error ? error.stack : String(error)];
  for (const line of lines) process.stderr.write(`featurescope-gateway: ${line}\n`);
  process.exit(ERRORS[isKnown ? error.code : "unexpected"].exit);
});
