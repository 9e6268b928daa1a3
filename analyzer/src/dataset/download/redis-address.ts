import { FeaturescopeError } from "../../artifact/index.js";
import { schemeOf, shownSource } from "./address.js";
import { readSecret } from "./read-secret.js";

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

const PARAMETERS = ["match", "key", "cluster"];
const EXAMPLE = "Write it like redis://host:6379/0?match=features:*.";

/**
 * Reads `redis://user:password@host:port/database?match=glob&key=column&cluster=true`, `rediss://` where the connection is encrypted.
 * What the address lacks of user and password is taken from `REDIS_USERNAME`, `REDIS_PASSWORD` and `REDIS_PASSWORD_FILE`.
 * @throws FeaturescopeError `input-unreadable` where it is another address, `invalid-configuration` for a file that cannot be read
 */
export function readRedisAddress(
  address: string,
  environment: Readonly<Record<string, string | undefined>>,
): RedisAddress {
  // Of an address that is cut at another place than was meant, no part is shown, nor its parameters: a password may be among them.
  let place = `${schemeOf(address)}://…`;
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
  const path = url?.pathname.replace(/^\//, "") ?? "";
  if (url === null || url.hostname === "" || !/^\d{0,9}$/.test(path)) {
    return refuse(
      "a host and the number of a database",
      "another address",
      `${EXAMPLE} Within a password, write / as %2F, ? as %3F, @ as %40, : as %3A.`,
    );
  }
  place = shownSource(head);
  const parameters = new Map<string, string>();
  for (const part of rest.join("?").split("&").filter(Boolean)) {
    const [name = "", ...value] = part.split("=");
    if (!PARAMETERS.includes(name) || parameters.has(name)) {
      const found = parameters.has(name) ? `${name} twice` : decode(name, "names");
      refuse(`the parameters ${PARAMETERS.join(", ")}, each once`, found, "Write & within a pattern as %26.");
    }
    parameters.set(name, decode(value.join("="), name));
  }
  const cluster = parameters.get("cluster") ?? "false";
  if (cluster !== "true" && cluster !== "false")
    refuse("cluster=true or cluster=false", "another value", EXAMPLE);
  if (cluster === "true" && Number(path) > 0) {
    refuse("database 0, the only one of a cluster", path, "Leave the number out.");
  }
  const given = (text: string, what: string): string | null => (text === "" ? null : decode(text, what));
  return {
    shown: shownSource(address),
    host: decode(url.hostname, "the host").replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? 6379 : Number(url.port),
    isEncrypted: url.protocol === "rediss:",
    database: Number(path),
    user: given(url.username, "the user") ?? (environment["REDIS_USERNAME"]?.trim() || null),
    password: given(url.password, "the password") ?? readSecret(environment, "REDIS_PASSWORD"),
    match: parameters.get("match") || "*",
    keyColumn: parameters.get("key") || null,
    isCluster: cluster === "true",
  };
}
