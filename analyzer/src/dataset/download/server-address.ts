import type { Environment } from "../../credentials/index.js";
import { readSecret } from "../../credentials/read-secret.js";
import { cannotRead } from "../cannot-read.js";
import { schemeOf, shownSource } from "./address.js";

/** What addresses of a kind of server look like. */
interface AddressForm {
  /** What such an address names, e.g. "a host and a database". */
  names: string;
  /** Of the path, without its slash. */
  path: RegExp;
  parameters: readonly string[];
  port: number;
  /** Names of the variables that have what an address lacks; the password's also with `_FILE`. */
  user: string;
  password: string;
  /** Said where an address is another one. */
  example: string;
}

/** An address of a server, cut into its parts and decoded. */
export interface ServerAddress {
  /** As people are shown it, without its parameters. */
  place: string;
  host: string;
  port: number;
  user: string | null;
  password: string | null;
  path: string;
  parameters: ReadonlyMap<string, string>;
  /** Refuses the address. @throws FeaturescopeError `input-unreadable` */
  refuse: (expected: string, found: string, advice: string) => never;
}

/**
 * Reads `scheme://user:password@host:port/path?name=value&…`, all in percent encoding.
 * @throws FeaturescopeError `input-unreadable` where it is another address, `invalid-configuration` for a secret's file that cannot be read
 */
export function readServerAddress(
  address: string,
  form: AddressForm,
  environment: Environment,
): ServerAddress {
  // Of an address that is cut at another place than was meant, no part is shown, nor its parameters: a password may be among them.
  let place = `${schemeOf(address)}://…`;
  const refuse = (expected: string, found: string, advice: string): never => {
    throw cannotRead(place, `expected ${expected}, found ${found}. ${advice}`);
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
  if (url === null || url.hostname === "" || !form.path.test(path)) {
    const advice = "Within a name or password, write / as %2F, ? as %3F, @ as %40, : as %3A.";
    return refuse(form.names, "another address", `${form.example} ${advice}`);
  }
  place = shownSource(head);
  const parameters = new Map<string, string>();
  for (const part of rest.join("?").split("&").filter(Boolean)) {
    const [name = "", ...value] = part.split("=");
    if (!form.parameters.includes(name) || parameters.has(name)) {
      const found = parameters.has(name) ? `${name} twice` : decode(name, "names");
      const known = form.parameters.join(", ");
      refuse(`the parameters ${known}, each once`, found, "Write & within a value as %26.");
    }
    parameters.set(name, decode(value.join("="), name));
  }
  const given = (text: string, what: string): string | null => (text === "" ? null : decode(text, what));
  return {
    place,
    host: decode(url.hostname, "the host").replace(/^\[(.*)\]$/, "$1"),
    port: url.port === "" ? form.port : Number(url.port),
    user: given(url.username, "the user") ?? (environment[form.user]?.trim() || null),
    password: given(url.password, "the password") ?? readSecret(environment, form.password),
    path: decode(path, "the path"),
    parameters,
    refuse,
  };
}
