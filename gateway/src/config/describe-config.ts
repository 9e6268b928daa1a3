import { describeCredentials } from "@featurescope/analyzer/credentials";
import type { Config, StoreConfig } from "./config.js";

function describeStore(store: StoreConfig): string {
  if (store.type === "directory") return `the folder ${store.folder}`;
  const { endpoint, bucket, prefix, region } = store;
  return `${endpoint.origin}, bucket ${bucket}, ${prefix === "" ? "all of it" : `below ${prefix}/`}, region ${region}, ${describeCredentials(store)}`;
}

function describeAccess({ accessTokens, issuer }: Config): string {
  const parts = (accessTokens ?? []).map(
    ({ name, pipelines }) =>
      `token ${name} (${pipelines === null ? "all pipelines" : [...pipelines].join(", ")})`,
  );
  if (issuer !== null) parts.push(`tokens of ${issuer.issuer} for ${issuer.audience}`);
  return parts.length === 0 ? "everyone who can reach it" : parts.join("; ");
}

function describeHints(tokens: Config["hookTokens"]): string {
  if (tokens === null) return "everyone who can reach it";
  return tokens.length === 0
    ? "nobody, as HOOK_TOKENS is not set"
    : `holders of one of ${tokens.length} tokens`;
}

function describeCatalog({ catalog, mlMetadata }: Config): string {
  if (mlMetadata === null) return catalog;
  const { address, tls, namespace } = mlMetadata;
  const whose = namespace === null ? "all namespaces" : `namespace ${namespace}`;
  return `${catalog}: ML Metadata at ${address}${tls ? " by TLS" : ""}, runs of ${whose}`;
}

/** What a configuration makes the gateway do, in lines for a person; without secrets. */
export function describeConfig(config: Config): string[] {
  const { host, port, adminPort, publicUrl, hookTokens, signingKeys, corsOrigins, listFiles } = config;
  const unread = config.unread.map(({ name, like }) => `${name} (${like} is read)`);
  return [
    `reports from    ${describeStore(config.store)}`,
    `found by        ${describeCatalog(config)}, with a look every ${config.pollSeconds} s`,
    `listens on      ${host}:${port}${publicUrl === null ? "" : `, reached as ${publicUrl.href}`}`,
    `probes, metrics ${adminPort === null ? "on the same port" : `on ${host}:${adminPort}`}`,
    `open to         ${describeAccess(config)}`,
    `hints from      ${describeHints(hookTokens)}`,
    `embedded by     ${corsOrigins.length === 0 ? "pages of its own origin" : `pages of ${corsOrigins.join(", ")}`}`,
    `signs pictures  ${signingKeys === null ? "no" : `with the first of ${signingKeys.length} keys`}`,
    `follows         ${listFiles.length === 0 ? "no file of secrets" : listFiles.map(({ name }) => `${name}_FILE`).join(", ")}`,
    `elements from   ${config.elements}`,
    `keeps           ${config.cacheBytes / 1024 / 1024} MB of answers, ${config.maxStreams} event streams (${config.maxStreamsPerClient} per client)`,
    `default         ${config.defaultPipeline ?? "no pipeline"}`,
    ...(unread.length === 0 ? [] : [`does not read   ${unread.join(", ")}`]),
  ];
}
