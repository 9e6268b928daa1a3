import type { Environment } from "../../../credentials/index.js";
import { schemeOf, shownSource } from "../address.js";
import { readServerAddress } from "../server-address.js";

/** Which keys of which Redis. */
export interface RedisAddress {
  /** As people are shown it. */
  shown: string;
  host: string;
  port: number;
  isEncrypted: boolean;
  database: number;
  user: string | null;
  password: string | null;
  /** Glob of Redis. */
  match: string;
  /** Name of a column that holds the key itself; null for none. */
  keyColumn: string | null;
  isCluster: boolean;
}

const FORM = {
  names: "a host and the number of a database",
  path: /^\d{0,9}$/,
  parameters: ["match", "key", "cluster"],
  port: 6379,
  user: "REDIS_USERNAME",
  password: "REDIS_PASSWORD",
  example: "Write it like redis://host:6379/0?match=features:*.",
};

/**
 * Reads `redis://user:password@host:port/database?match=glob&key=column&cluster=true`, `rediss://` where the connection is encrypted.
 * What the address lacks of user and password is taken from `REDIS_USERNAME`, `REDIS_PASSWORD` and `REDIS_PASSWORD_FILE`.
 * @throws FeaturescopeError `input-unreadable` where it is another address, `invalid-configuration` for a file that cannot be read
 */
export function readRedisAddress(address: string, environment: Environment): RedisAddress {
  const { host, port, user, password, path, parameters, refuse } = readServerAddress(
    address,
    FORM,
    environment,
  );
  const cluster = parameters.get("cluster") ?? "false";
  if (cluster !== "true" && cluster !== "false")
    refuse("cluster=true or cluster=false", "another value", FORM.example);
  if (cluster === "true" && Number(path) > 0) {
    refuse("database 0, the only one of a cluster", path, "Leave the number out.");
  }
  return {
    shown: shownSource(address),
    host,
    port,
    isEncrypted: schemeOf(address) === "rediss",
    database: Number(path),
    user,
    password,
    match: parameters.get("match") || "*",
    keyColumn: parameters.get("key") || null,
    isCluster: cluster === "true",
  };
}
