import { readFileSync } from "node:fs";
import { FeaturescopeError } from "../../artifact/index.js";
import { shownSource } from "./address.js";
import { readSecret } from "./read-secret.js";

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

type Environment = Readonly<Record<string, string | undefined>>;

const PARAMETERS = ["table", "query", "ssl", "timeout"];
const EXAMPLE = "Write it like mysql://user@host:3306/database?table=scores.";
const ENCRYPTIONS = new Map([
  [undefined, "none"],
  ["false", "none"],
  ["true", "encrypted"],
  ["verify", "verified"],
] as const);
/** Five minutes: a server that sorts or groups many rows says nothing meanwhile. */
const TIMEOUT = "300";

/**
 * Reads `mysql://user:password@host:port/database?table=name` or `?query=SELECT…`, with `ssl=true` or `ssl=verify` and `timeout=seconds`, all in
 * percent encoding. What it lacks of user and password is taken from `MYSQL_USER`, `MYSQL_PASSWORD` and `MYSQL_PASSWORD_FILE`; `MYSQL_SSL_CA`
 * names a file of authorities.
 * @throws FeaturescopeError `input-unreadable` where it is another address, `invalid-configuration` for a file that cannot be read
 */
export function readMysqlAddress(address: string, environment: Environment): MysqlAddress {
  // Of an address that is cut at another place than was meant, no part is shown: it may be of the password.
  let place = "mysql://…";
  const refuse = (expected: string, found: string, advice: string): never => {
    throw new FeaturescopeError(
      "input-unreadable",
      `Cannot read ${place}: expected ${expected}, found ${found}. ${advice}`,
    );
  };
  const decode = (text: string, what: string): string => {
    try {
      return decodeURIComponent(text);
    } catch {
      return refuse(`${what} in percent encoding`, "a percent sign that is none", "Write % as %25.");
    }
  };
  const [head = "", ...rest] = address.split("?");
  if (address.includes("#")) refuse("no #", "one", "Write it as %23.");
  const url = URL.canParse(head) ? new URL(head) : null;
  if (url === null || url.hostname === "" || /^\/?$|[@/]/.test(url.pathname.replace(/^\//, ""))) {
    return refuse(
      "a host and a database",
      "another address",
      `${EXAMPLE} Within a name or password, write / as %2F, ? as %3F, @ as %40, : as %3A.`,
    );
  }
  place = shownSource(head);
  const parameters = new Map<string, string>();
  for (const part of rest.join("?").split("&").filter(Boolean)) {
    const [name = "", ...value] = part.split("=");
    if (!PARAMETERS.includes(name) || parameters.has(name)) {
      const found = parameters.has(name) ? `${name} twice` : decode(name, "names");
      refuse(`the parameters ${PARAMETERS.join(", ")}, each once`, found, "Write & within a value as %26.");
    }
    parameters.set(name, decode(value.join("="), name));
  }
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
  const given = (text: string, what: string): string | null => (text === "" ? null : decode(text, what));
  return {
    shown: query ? place : shownSource(address),
    host: decode(url.hostname, "the host").replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? 3306 : Number(url.port),
    user: given(url.username, "the user") ?? (environment["MYSQL_USER"]?.trim() || null),
    password: given(url.password, "the password") ?? readSecret(environment, "MYSQL_PASSWORD"),
    database: decode(url.pathname.slice(1), "the database"),
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
