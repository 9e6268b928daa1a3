import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import type { Config } from "./config.js";
import { isLoopback } from "./is-loopback.js";
import { type Environment, Variables } from "./variables.js";

const BUNDLE = fileURLToPath(new URL("../../../elements/dist", import.meta.url));

/**
 * The configuration that the environment asks for.
 * @throws FeaturescopeError `invalid-configuration` with every fault at once, one a line
 */
export function readConfig(environment: Environment): Config {
  const variables = new Variables(environment);
  const host = variables.text("HOST") ?? "127.0.0.1";
  const config: Config = {
    store: resolve(variables.text("STORE") ?? "./reports"),
    catalog: variables.word("CATALOG", ["commit-log", "scan"], "commit-log"),
    host,
    port: variables.whole("PORT", 0, 65_535, 8000),
    publicUrl: variables.url("PUBLIC_URL"),
    elements: resolve(variables.text("ELEMENTS") ?? BUNDLE),
    pollSeconds: variables.number("POLL_SECONDS", 0.1, 86_400, 5),
    corsOrigins: variables.origins("CORS_ORIGINS"),
    cacheBytes: variables.number("CACHE_MB", 1, 65_536, 128) * 1024 * 1024,
    defaultPipeline: variables.text("DEFAULT_PIPELINE"),
    hookTokens: variables.secrets("HOOK_TOKENS") ?? (isLoopback(host) ? null : []),
    maxStreams: variables.whole("MAX_STREAMS", 0, 100_000, 5000),
    maxStreamsPerClient: variables.whole("MAX_STREAMS_PER_CLIENT", 0, 100_000, 100),
    // On this machine alone nobody routes requests here, and Ctrl-C should not wait.
    drainSeconds: isLoopback(host) ? 0 : 5,
  };
  const isOpen = variables.flag("ALLOW_ANONYMOUS");
  if (!isLoopback(host) && !isOpen) {
    variables.refuse(
      "HOST",
      "127.0.0.1, as nobody is asked who they are; ALLOW_ANONYMOUS=true opens it to everyone",
      null,
    );
  }
  if (variables.faults.length === 0) return config;
  throw new FeaturescopeError("invalid-configuration", variables.faults.join("\n"));
}
