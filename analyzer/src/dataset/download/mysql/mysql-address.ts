import { readFileSync } from "node:fs";
import { FeaturescopeError } from "../../../artifact/index.js";
import type { Environment } from "../../../credentials/index.js";
import { shownSource } from "../address.js";
import { readServerAddress } from "../server-address.js";

/** Which rows of which MySQL or MariaDB. */
export interface MysqlAddress {
  /** As people are shown it, without the text of a query. */
  shown: string;
  host: string;
  port: number;
  user: string | null;
  password: string | null;
  database: string;
  /** What is read: a table or view, or what a SELECT gives. */
  rows: { table: string } | { query: string };
  /** Whether the connection is encrypted, and whether the server's certificate must be trusted and be of that host. */
  encryption: "none" | "encrypted" | "verified";
  /** PEM of authorities to trust beside those of Node; null for none. */
  authorities: string | null;
  /** How long the server may be silent, in seconds. */
  timeout: number;
}

const FORM = {
  names: "a host and a database",
  path: /^[^@/]+$/,
  parameters: ["table", "query", "ssl", "timeout"],
  port: 3306,
  user: "MYSQL_USER",
  password: "MYSQL_PASSWORD",
  example: "Write it like mysql://user@host:3306/database?table=scores.",
};
const ENCRYPTIONS = new Map([
  [undefined, "none"],
  ["false", "none"],
  ["true", "encrypted"],
  ["verify", "verified"],
] as const);
/** Five minutes: a server that sorts or groups many rows says nothing meanwhile. */
const TIMEOUT = "300";

/**
 * Reads `mysql://user:password@host:port/database?table=name` or `?query=SELECT…`, with `ssl=true` or `ssl=verify` and
 * `timeout=seconds`, all in percent encoding. What it lacks of user and password is taken from `MYSQL_USER`, `MYSQL_PASSWORD` and
 * `MYSQL_PASSWORD_FILE`; `MYSQL_SSL_CA` names a file of authorities.
 * @throws FeaturescopeError `input-unreadable` where it is another address, `invalid-configuration` for a file that cannot be read
 */
export function readMysqlAddress(address: string, environment: Environment): MysqlAddress {
  const { place, host, port, user, password, path, parameters, refuse } = readServerAddress(
    address,
    FORM,
    environment,
  );
  const { table, query, ssl, timeout = TIMEOUT } = Object.fromEntries(parameters);
  if (!table === !query) {
    const found = table ? "both" : "neither";
    refuse("a table or a query", found, "Name a table by ?table=, or give a SELECT by --query.");
  }
  const encryption = ENCRYPTIONS.get(ssl as "true" | undefined);
  if (encryption === undefined)
    return refuse("ssl=true, ssl=verify or ssl=false", "another value", "Correct it.");
  if (!/^\d{1,6}$/.test(timeout) || Number(timeout) === 0) {
    refuse("timeout in whole seconds", "another value", "Write timeout=600 for ten minutes.");
  }
  return {
    shown: query ? place : shownSource(address),
    host,
    port,
    user,
    password,
    database: path,
    rows: query ? { query } : { table: table ?? "" },
    encryption,
    authorities: encryption === "verified" ? readAuthorities(environment) : null,
    timeout: Number(timeout),
  };
}

function readAuthorities(environment: Environment): string | null {
  const path = environment["MYSQL_SSL_CA"]?.trim() || null;
  if (path === null) return null;
  try {
    return readFileSync(path, "utf8");
  } catch (cause) {
    const found = `MYSQL_SSL_CA: expected a file that can be read, found none at ${path}. Correct the path.`;
    throw new FeaturescopeError("invalid-configuration", found, { cause });
  }
}
