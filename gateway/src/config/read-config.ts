import { existsSync } from "node:fs";
import { isIP } from "node:net";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { FeaturescopeError } from "@featurescope/analyzer/artifact";
import {
  type Environment,
  readStoreCredentials,
  readStoreEndpoint,
} from "@featurescope/analyzer/credentials";
import type { Issuer } from "../access/issued-tokens.js";
import type { MlMetadataLocation } from "../ml-metadata/ml-metadata.js";
import type { Config, StoreConfig } from "./config.js";
import { isLoopback } from "./is-loopback.js";
import { readSecretLists } from "./secret-lists.js";
import { unreadVariables } from "./unread-variables.js";
import { Variables } from "./variables.js";

const S3_ADDRESS = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([^\\]*))?$/;
const HOST_AND_PORT = /^(?:[A-Za-z0-9.-]+|\[[0-9A-Fa-f:.]+\]):(\d{1,5})$/;
const HOST_NAME = /^[\w.-]+$/;
const NAMESPACE = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;
/** Where Kubeflow Pipelines' own manifests put it. */
const ML_METADATA = "metadata-grpc-service.kubeflow:8080";
const BUNDLE = fileURLToPath(new URL("../../../elements/dist", import.meta.url));

/** What STORE names, or without it S3_BUCKET. */
function readStore(variables: Variables, environment: Environment): StoreConfig {
  const named = variables.text("STORE");
  const bucketAlone = variables.text("S3_BUCKET");
  const address = named ?? (bucketAlone === null ? null : `s3://${bucketAlone}`);
  // One slash is too few, but a folder `s3:` is not meant; a drive of Windows has one letter.
  if (address === null || !/^[a-z0-9]{2,}:\//i.test(address)) {
    return { type: "directory", folder: resolve(address ?? "./reports") };
  }
  const [, bucket = "", prefix = ""] = S3_ADDRESS.exec(address) ?? [];
  if (bucket === "")
    variables.refuse(
      named === null ? "S3_BUCKET" : "STORE",
      "a folder or s3://bucket/prefix, the bucket's name of 3 to 63 lower-case letters, digits, dots and dashes",
      null,
    );
  const refuse = (fault: string): unknown => variables.faults.push(fault);
  return {
    type: "s3",
    ...readStoreEndpoint(environment, refuse),
    bucket,
    prefix: prefix
      .split("/")
      .filter((part) => part !== "")
      .join("/"),
    ...readStoreCredentials(environment, refuse),
  };
}

/** MLMD_ADDRESS, MLMD_TLS and MLMD_NAMESPACE. */
function readMlMetadata(variables: Variables): MlMetadataLocation {
  const address = variables.text("MLMD_ADDRESS") ?? ML_METADATA;
  const port = Number(HOST_AND_PORT.exec(address)?.[1] ?? 0);
  if (port < 1 || port > 65_535)
    variables.refuse("MLMD_ADDRESS", `host and port such as ${ML_METADATA}`, null);
  const namespace = variables.text("MLMD_NAMESPACE");
  if (namespace !== null && !NAMESPACE.test(namespace))
    variables.refuse("MLMD_NAMESPACE", "the name of a Kubernetes namespace", null);
  return { address, tls: variables.flag("MLMD_TLS"), namespace };
}

function readIssuer(variables: Variables): Issuer | null {
  const issuer = variables.text("OIDC_ISSUER");
  const audience = variables.text("OIDC_AUDIENCE");
  if (issuer === null && audience === null) return null;
  if (issuer === null || audience === null) {
    variables.faults.push("OIDC_ISSUER and OIDC_AUDIENCE: expected both or none, found one");
    return null;
  }
  return variables.url("OIDC_ISSUER") === null ? null : { issuer, audience };
}

/** PUBLIC_URL as a folder: addresses are made relative to it. */
function readPublicUrl(variables: Variables): URL | null {
  const url = variables.url("PUBLIC_URL");
  if (url === null) return null;
  // Not shown, as it would be in every signed address.
  if (url.username + url.password + url.search + url.hash !== "")
    variables.faults.push(
      "PUBLIC_URL: expected an address alone, found one with a user, a query or a fragment",
    );
  return new URL(`${url.pathname.replace(/\/*$/, "")}/`, url);
}

/** HOST, PORT and ADMIN_PORT. */
function readListening(variables: Variables): Pick<Config, "host" | "port" | "adminPort"> {
  const given = variables.text("HOST") ?? "127.0.0.1";
  const isHost = isIP(given) !== 0 || HOST_NAME.test(given);
  const host = isHost
    ? given
    : variables.refuse("HOST", "an address such as 0.0.0.0 or ::, without brackets and port", "127.0.0.1");
  const port = variables.whole("PORT", 0, 65_535, 8000);
  const adminPort =
    variables.text("ADMIN_PORT") === null ? null : variables.whole("ADMIN_PORT", 0, 65_535, 0);
  if (adminPort === port && port !== 0)
    variables.refuse("ADMIN_PORT", `another port than PORT, which is ${port}`, null);
  return { host, port, adminPort };
}

/** ELEMENTS; without the bundle all pages would be blank. */
function readElements(variables: Variables): string {
  const given = variables.text("ELEMENTS");
  if (given === null) return BUNDLE;
  const folder = resolve(given);
  return existsSync(join(folder, "featurescope.js"))
    ? folder
    : variables.refuse("ELEMENTS", "a folder with featurescope.js in it, as npm run build makes", folder);
}

/**
 * The configuration that the environment asks for.
 * @throws FeaturescopeError `invalid-configuration` with every fault at once, one a line
 */
export function readConfig(given: Environment): Config {
  const read = new Set<string>();
  const environment = new Proxy(given, {
    get(variables, name) {
      read.add(String(name));
      return variables[String(name)];
    },
  });
  const variables = new Variables(environment);
  const catalog = variables.word("CATALOG", ["commit-log", "scan", "mlmd"], "commit-log");
  const listening = readListening(variables);
  const { host } = listening;
  const lists = readSecretLists(variables);
  const config: Config = {
    store: readStore(variables, environment),
    catalog,
    mlMetadata: catalog === "mlmd" ? readMlMetadata(variables) : null,
    ...listening,
    publicUrl: readPublicUrl(variables),
    elements: readElements(variables),
    pollSeconds: variables.number("POLL_SECONDS", 0.1, 86_400, 5),
    corsOrigins: variables.origins("CORS_ORIGINS"),
    cacheBytes: variables.number("CACHE_MB", 1, 65_536, 128) * 1024 * 1024,
    defaultPipeline: variables.text("DEFAULT_PIPELINE"),
    ...lists,
    hookTokens: lists.hookTokens ?? (isLoopback(host) ? null : []),
    listFiles: variables.listFiles,
    issuer: readIssuer(variables),
    maxStreams: variables.whole("MAX_STREAMS", 0, 100_000, 5000),
    maxStreamsPerClient: variables.whole("MAX_STREAMS_PER_CLIENT", 0, 100_000, 100),
    // On this machine alone nobody routes requests here, and Ctrl-C should not wait.
    drainSeconds: isLoopback(host) ? 0 : 5,
    unread: [],
  };
  const isOpen = variables.flag("ALLOW_ANONYMOUS");
  const isAsked = config.accessTokens !== null || config.issuer !== null;
  if (!isLoopback(host) && !isOpen && !isAsked) {
    variables.refuse(
      "HOST",
      "127.0.0.1, because nobody is asked for a token (set ACCESS_TOKENS or OIDC_ISSUER, or ALLOW_ANONYMOUS=true to open it to everyone)",
      null,
    );
  }
  if (config.catalog === "scan" && config.store.type === "s3") {
    variables.refuse("CATALOG", "commit-log or mlmd for a store that is not a folder", null);
  }
  if (variables.faults.length === 0) return { ...config, unread: unreadVariables(given, read) };
  throw new FeaturescopeError("invalid-configuration", variables.faults.join("\n"));
}
