import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import { readConfig } from "./config/read-config.js";
import { createGateway } from "./gateway.js";
import { jsonLog } from "./log.js";
import { serve } from "./serve.js";

const log = jsonLog((line) => process.stdout.write(line));

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const gateway = createGateway(config, log);
  const served = await serve(gateway, config);
  log("info", "listening", {
    address: served.address,
    store: gateway.store.address,
    catalog: config.catalog,
  });
  const stop = (signal: string): void => {
    log("info", "stopping", { signal });
    void served.stop().then(() => process.exit(0));
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

main().catch((error: unknown) => {
  const isKnown = error instanceof FeaturescopeError;
  const lines = isKnown ? error.message.split("\n") : [error instanceof Error ? error.stack : String(error)];
  for (const line of lines) process.stderr.write(`featurescope-gateway: ${line}\n`);
  process.exit(isKnown ? 2 : 1);
});
