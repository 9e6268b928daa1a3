import type { ClientOptions } from "minio";
import { fetchKeys } from "./fetch-keys.js";
import { RenewedKeys, type RenewedKeysOptions } from "./renewed-keys.js";
import type { StoreCredentials } from "./store-credentials.js";

type Given = Pick<ClientOptions, "accessKey" | "secretKey" | "sessionToken" | "credentialsProvider">;

/**
 * What makes a client of minio-js ask as someone. Its own providers are not used: they know no end of a call, and none
 * of them understands what EKS and ECS answer.
 * @param deadlineMs after which a source of keys that does not answer is given up
 * @param options who is told of keys that change, or cannot be renewed
 */
export function clientCredentials(
  credentials: StoreCredentials,
  deadlineMs: number,
  options: RenewedKeysOptions = {},
): Given {
  const { accessKey, secretKey, sessionToken, source } = credentials;
  if (source == null) {
    const token = sessionToken == null ? {} : { sessionToken };
    return accessKey !== null && secretKey !== null ? { accessKey, secretKey, ...token } : {};
  }
  const keys = new RenewedKeys(() => fetchKeys(source, deadlineMs), options);
  /** What minio-js uses of a `CredentialProvider`, a class that it does not export. */
  const provider = {
    async getCredentials() {
      const { accessKey, secretKey, sessionToken } = await keys.get();
      return {
        getAccessKey: () => accessKey,
        getSecretKey: () => secretKey,
        getSessionToken: () => sessionToken ?? undefined,
      };
    },
  };
  return { credentialsProvider: provider as unknown as NonNullable<Given["credentialsProvider"]> };
}
