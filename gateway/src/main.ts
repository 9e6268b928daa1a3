import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { pino } from "pino";
import { checkReach } from "./check-reach.js";
import type { Config } from "./config/config.js";
import { describeConfig } from "./config/describe-config.js";
import { readConfig } from "./config/read-config.js";
import { createGateway } from "./gateway.js";
import { jsonLog } from "./log.js";
import { serve } from "./serve.js";

const USAGE = `featurescope-gateway: serves the newest reports of a store over HTTP. It is configured by environment variables;
gateway/README.md lists them.

  --check   print what it would do in this environment, ask the store for the newest report, and exit: 5 where it cannot be reached
  --help    print this help

Example: STORE=./reports PORT=8000 featurescope-gateway
`;

/** What of the log waits, where there is no room for it, until there is. */
const MAX_LOG_BYTES = 1024 * 1024;

/** Exit code of the analyzer's commands, too. */
const STORE_UNREACHABLE = 5;

async function check(config: Config): Promise<void> {
  process.stdout.write(`${describeConfig(config).join("\n")}\n`);
  const { lines, isReached } = await checkReach(config);
  process.stdout.write(`${lines.join("\n")}\n`);
  // What hangs would keep the process.
  process.exit(isReached ? 0 : STORE_UNREACHABLE);
}

async function run(config: Config): Promise<void> {
  const output = pino.destination({ fd: 1, sync: true, maxLength: MAX_LOG_BYTES });
  // A full disk under the log is no reason to stop serving.
  output.on("error", () => undefined);
  const log = jsonLog(output);
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
    void served.stop().then(() => process.exit(0));
  };
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) {
    const early = process.rawListeners(signal) as (() => void)[];
    // In this order: with the last listener Node would drop a signal that has come and was not told yet.
    process.once(signal, stop);
    for (const listener of early) process.off(signal, listener);
  }
}

async function main(): Promise<void> {
  const [option, ...more] = process.argv.slice(2);
  if (option === "--help") {
    process.stdout.write(USAGE);
    return;
  }
  if (more.length > 0 || (option !== undefined && option !== "--check")) {
    const found = process.argv.slice(2).join(" ");
    throw new FeaturescopeError("invalid-usage", `expected --check, --help or nothing, found ${found}`);
  }
  const config = readConfig(process.env);
  if (option === "--check") await check(config);
  else await run(config);
}

main().catch((error: unknown) => {
  const isKnown = error instanceof FeaturescopeError;
  const lines = isKnown ? error.message.split("\n") : [error instanceof Error ? error.stack : String(error)];
  for (const line of lines) process.stderr.write(`featurescope-gateway: ${line}\n`);
  process.exit(isKnown ? 2 : 1);
});
