import { CredentialsError } from "./credentials-error.js";
import type { Environment } from "./environment.js";
import { KEY_VARIABLES, type KeyVariables } from "./key-variables.js";
import { readSecret } from "./read-secret.js";
import { sourceOf } from "./source-of.js";
import type { StoreCredentials, StoreKeys } from "./store-credentials.js";

type Key = string | null;

/** The three variables of keys, or their files. @param refuse told of each fault */
function readKeys(
  environment: Environment,
  names: KeyVariables,
  refuse: (fault: string) => void,
): [Key, Key, Key] {
  const [ofAccess, ofSecret, ofSession] = names;
  const [accessKey = null, secretKey = null, sessionToken = null] = names.map((name) => {
    try {
      return readSecret(environment, name)?.trim() || null;
    } catch (error) {
      refuse((error as Error).message.replace(/\.$/, ""));
      return null;
    }
  });
  if ((accessKey === null) !== (secretKey === null))
    refuse(`${ofAccess} and ${ofSecret}: expected both or none, found one`);
  else if (accessKey === null && sessionToken !== null)
    refuse(`${ofSession}: expected ${ofAccess} and ${ofSecret} with it, found neither`);
  return [accessKey, secretKey, sessionToken];
}

/** Reads files of keys again. @throws CredentialsError where they are being replaced, or are not whole */
function readAgain(environment: Environment, names: KeyVariables): StoreKeys {
  const faults: string[] = [];
  const read = () => readKeys(environment, names, (fault) => faults.push(fault));
  const [accessKey, secretKey, sessionToken] = read();
  // Two of three that were replaced are keys of nobody.
  const isSteady = read().join("\n") === [accessKey, secretKey, sessionToken].join("\n");
  if (accessKey !== null && secretKey !== null && isSteady && faults.length === 0)
    return { accessKey, secretKey, sessionToken, ends: Infinity };
  throw new CredentialsError(`expected keys in the files of ${names[0]} and ${names[1]}, found none`);
}

/**
 * As whom the environment says that a store is asked: `S3_ACCESS_KEY`, `S3_SECRET_KEY` and, with temporary keys,
 * `S3_SESSION_TOKEN` (also as files, with `_FILE` after the name, which may be replaced); without any of them,
 * `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`, never some of these and some of those; without
 * keys, by the role that Amazon's variables name; without that, anonymously.
 * @param refuse told of each fault
 */
export function readStoreCredentials(
  environment: Environment,
  refuse: (fault: string) => void,
): StoreCredentials {
  const isGiven = (name: string): boolean => Boolean(environment[name]?.trim());
  const isOfFile = (name: string): boolean => !isGiven(name) && isGiven(`${name}_FILE`);
  const { own, amazons } = KEY_VARIABLES;
  const names = own.some((name) => isGiven(name) || isOfFile(name)) ? own : amazons;
  const [accessKey, secretKey, sessionToken] = readKeys(environment, names, refuse);
  const token = sessionToken === null ? {} : { sessionToken };
  const files = { type: "files" as const, read: () => readAgain(environment, names) };
  const ofKeys = names.some(isOfFile) ? files : null;
  const source = accessKey === null ? sourceOf(environment, refuse) : ofKeys;
  const variables = accessKey === null ? {} : { keyVariables: names };
  return { accessKey, secretKey, ...token, ...variables, ...(source && { source }) };
}
