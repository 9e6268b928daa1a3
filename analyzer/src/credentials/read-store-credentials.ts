import { CredentialsError } from "./credentials-error.js";
import { readSecret } from "./read-secret.js";
import { sourceOf } from "./source-of.js";
import type { StoreCredentials, StoreKeys } from "./store-credentials.js";

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = ["S3_ACCESS_KEY", "S3_SECRET_KEY", "S3_SESSION_TOKEN"] as const;

type Key = string | null;

/** The three variables of keys, or their files. @param refuse told of each fault */
function readKeys(environment: Environment, refuse: (fault: string) => void): [Key, Key, Key] {
  const [accessKey = null, secretKey = null, sessionToken = null] = NAMES.map((name) => {
    try {
      return readSecret(environment, name)?.trim() || null;
    } catch (error) {
      refuse((error as Error).message.replace(/\.$/, ""));
      return null;
    }
  });
  if ((accessKey === null) !== (secretKey === null))
    refuse("S3_ACCESS_KEY and S3_SECRET_KEY: expected both or none, found one");
  else if (accessKey === null && sessionToken !== null)
    refuse("S3_SESSION_TOKEN: expected S3_ACCESS_KEY and S3_SECRET_KEY with it, found neither");
  return [accessKey, secretKey, sessionToken];
}

/** Reads files of keys again. @throws CredentialsError where they are being replaced, or are not whole */
function readAgain(environment: Environment): StoreKeys {
  const faults: string[] = [];
  const read = () => readKeys(environment, (fault) => faults.push(fault));
  const [accessKey, secretKey, sessionToken] = read();
  // Two of three that were replaced are keys of nobody.
  const isSteady = read().join("\n") === [accessKey, secretKey, sessionToken].join("\n");
  if (accessKey !== null && secretKey !== null && isSteady && faults.length === 0)
    return { accessKey, secretKey, sessionToken, ends: Infinity };
  throw new CredentialsError("expected keys in the files of S3_ACCESS_KEY and S3_SECRET_KEY, found none");
}

/**
 * As whom the environment says that a store is asked: `S3_ACCESS_KEY`, `S3_SECRET_KEY` and, with temporary keys,
 * `S3_SESSION_TOKEN` (also as files, with `_FILE` after the name, which may be replaced); without keys, as Amazon's
 * variables say; without those, anonymously.
 * @param refuse told of each fault
 */
export function readStoreCredentials(
  environment: Environment,
  refuse: (fault: string) => void,
): StoreCredentials {
  const [accessKey, secretKey, sessionToken] = readKeys(environment, refuse);
  const token = sessionToken === null ? {} : { sessionToken };
  const isOfFiles = NAMES.some((name) => !environment[name]?.trim() && environment[`${name}_FILE`]?.trim());
  const files = { type: "files" as const, read: () => readAgain(environment) };
  const ofKeys = isOfFiles ? files : null;
  const source = accessKey === null ? sourceOf(environment, refuse) : ofKeys;
  return { accessKey, secretKey, ...token, ...(source && { source }) };
}
