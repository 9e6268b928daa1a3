import { AssumeRoleProvider } from "minio/dist/esm/AssumeRoleProvider.mjs";

/** Keys as a container's endpoint gives them. */
export interface TemporaryKeys {
  AccessKeyId: string;
  SecretAccessKey: string;
  Token: string;
  /** ISO 8601. */
  Expiration: string;
}

/** Keys for a quarter of an hour, the shortest that there is, from a server's security token service. */
export async function temporaryKeys(
  stsEndpoint: URL,
  user: { accessKey: string; secretKey: string },
): Promise<TemporaryKeys> {
  const provider = new AssumeRoleProvider({ stsEndpoint: stsEndpoint.origin, ...user, region: "us-east-1" });
  const keys = await provider.getCredentials();
  return {
    AccessKeyId: keys.getAccessKey(),
    SecretAccessKey: keys.getSecretKey(),
    Token: keys.getSessionToken() ?? "",
    Expiration: new Date(Date.now() + 900_000).toISOString(),
  };
}
